import type { Tx } from '#platform/database/transaction'
import { addNote, assignTo, type By } from './act.ts'
import type { ConversationsPorts } from './ports.ts'

/** Gives a conversation to another member. What they should know stands in the thread as a note, which the customer never sees. */
export const transferTo = async (
  tx: Tx,
  ports: ConversationsPorts,
  conversationId: string,
  by: By,
  { userId, note }: { userId: string; note?: string | undefined },
): Promise<void> => {
  await assignTo(tx, ports, conversationId, by, userId)
  if (note !== undefined) await addNote(tx, ports, conversationId, by, note)
}
