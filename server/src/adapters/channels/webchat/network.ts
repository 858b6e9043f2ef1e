import type { Dispatch } from '#channels'

/** One web chat of the business. */
export type Line = { tenantId: string; channelId: string }

/** `away`: the database does not answer; nothing was said, or it is known by its `clientRef` when it comes again. */
export type Delivery = { result: 'taken'; id: string } | { result: 'refused'; why: 'visitor' | 'file' } | { result: 'away' }

/** Where visitors' chats are kept. What was delivered is durable; a message with a known `clientRef` is the same one. */
export type VisitorNetwork = {
  deliver(line: Line, message: Dispatch): Promise<Delivery>
  markRead(line: Line, messageId: string): Promise<void>
  /** `name` of the person who writes; null where it is a program. */
  showTyping(line: Line, messageId: string, name: string | null): Promise<void>
}
