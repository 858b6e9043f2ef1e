import { unknownVariables, type OwnReplySettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { RepliesPorts } from './ports.ts'

export const refuse = (path: string, code: string, message: string): Failure => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

/** What is wrong with the words of a reply; null: nothing. */
export const wrongWords = ({ text, fileIds }: Pick<OwnReplySettings, 'text' | 'fileIds'>): { code: string; message: string } | null => {
  if (text === '' && fileIds.length === 0) return { code: 'reply.empty', message: 'A quick reply says something or brings a file.' }
  const [unknown] = unknownVariables(text)
  return unknown === undefined ? null : { code: 'reply.variable_unknown', message: `There is no variable {{${unknown}}}.` }
}

export const checkWords = (settings: OwnReplySettings): void => {
  const wrong = wrongWords(settings)
  if (wrong) throw refuse('text', wrong.code, wrong.message)
}

/** Files have to be in sight of whoever names them. Foreign and absent ones fail alike. */
export const checkFiles = async (tx: Tx, ports: RepliesPorts, fileIds: readonly string[]): Promise<void> => {
  const known = new Set((await ports.files(tx, fileIds)).map(({ id }) => id))
  const at = fileIds.findIndex((id) => !known.has(id))
  if (at >= 0) throw refuse(`fileIds.${at}`, 'file.unknown', 'The file is not here. Upload it first.')
}

export const checkQueue = async (tx: Tx, queueId: string | null): Promise<void> => {
  if (queueId === null) return
  const { rowCount } = await tx.query('select 1 from routing.queue_card where tenant_id = $1 and id = $2 and removed_at is null', [tx.tenantId, queueId])
  if (rowCount === 0) throw refuse('queueId', 'queue.unknown', 'There is no such queue.')
}
