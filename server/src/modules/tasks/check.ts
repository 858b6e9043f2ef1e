import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { StoredTask } from './store.ts'

const unknown = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

/** Whom a task is for, and where they talk, have to be within reach of whoever names them. Foreign and absent ones fail alike. */
export const checkPlace = async (tx: Tx, { contactId, conversationId }: Pick<StoredTask, 'contactId' | 'conversationId'>): Promise<void> => {
  const contact = await tx.query('select 1 from contacts.contact_card where tenant_id = $1 and id = $2', [tx.tenantId, contactId])
  if (contact.rowCount === 0) throw unknown('contactId', 'contact.unknown', 'There is no such contact.')
  if (conversationId === null) return
  const talk = await tx.query('select 1 from conversations.conversation_fact where tenant_id = $1 and id = $2 and contact_id = $3', [
    tx.tenantId,
    conversationId,
    contactId,
  ])
  if (talk.rowCount === 0) throw unknown('conversationId', 'conversation.unknown', 'There is no such conversation with this contact.')
}

export const isMember = async (tx: Tx, userId: string): Promise<boolean> =>
  (await tx.query(`select 1 from identity.member_card where tenant_id = $1 and id = $2 and status = 'active'`, [tx.tenantId, userId])).rowCount !== 0

export const checkAssignee = async (tx: Tx, userId: string | null): Promise<void> => {
  if (userId !== null && !(await isMember(tx, userId))) throw unknown('assigneeId', 'user.unknown', 'This person is not a member here.')
}

export const checkReminder = ({ dueAt, remindMinutes }: Pick<StoredTask, 'dueAt' | 'remindMinutes'>): void => {
  if (remindMinutes !== null && dueAt === null) throw unknown('remindMinutes', 'task.reminder_without_time', 'Without a time there is nothing to remind of.')
}
