import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ConversationFacts, Ending } from '../domain/conversation.ts'
import { readConduct } from './conduct.ts'

/** What whoever closes says about it. */
export type ClosingWords = { reason?: string | null | undefined; reasonId?: string | undefined; note?: string | undefined; survey?: boolean | undefined }

type Known = { id: string; name: string; needs_note: boolean }

const refuse = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

/** The reason that is meant, by its id or by its name; own words where the tenant does not ask for one of its reasons. */
export const endingOf = async (tx: Tx, { queueId }: Pick<ConversationFacts, 'queueId'>, words: ClosingWords): Promise<Ending> => {
  const { rows } = await tx.query<Known>(
    `select id, name, needs_note from conversations.closing_reason where tenant_id = $1 and removed_at is null and (queue_id is null or queue_id = $2)
     order by queue_id is null, position, id`,
    [tx.tenantId, queueId],
  )
  const said = words.reason?.trim() || null
  const meant = words.reasonId ? rows.find(({ id }) => id === words.reasonId) : rows.find(({ name }) => name.toLowerCase() === said?.toLowerCase())
  if (words.reasonId && !meant) throw refuse('reasonId', 'closing_reason.unknown', 'There is no such reason here.')
  if (!meant && rows.length > 0 && (await readConduct(tx)).reasonRequired)
    throw refuse('reasonId', 'closing_reason.required', 'One of the reasons has to be named.')
  const note = words.note?.trim() || null
  if (meant?.needs_note && note === null) throw refuse('note', 'closing_reason.note_required', 'This reason needs a note.')
  return { reason: meant?.name ?? said, reasonId: meant?.id ?? null, note }
}
