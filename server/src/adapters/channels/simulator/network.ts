import type { Dispatch, ReactionDispatch } from '#channels'

/** One simulated number of the business. */
export type Line = { tenantId: string; channelId: string }

/** What the network made of a message; `code` is an error code of the WhatsApp Cloud API. */
export type Delivery = { result: 'taken'; id: string } | { result: 'refused'; code: number } | { result: 'lost' }

/** The simulated telephone network, asked by this adapter as a vendor's API would be. A message with a known `clientRef` is shown once. */
export type SimulatedNetwork = {
  deliver(line: Line, message: Dispatch): Promise<Delivery>
  react(line: Line, reaction: ReactionDispatch): Promise<Delivery>
  markRead(line: Line, messageId: string): Promise<void>
  showTyping(line: Line, messageId: string): Promise<void>
  /** Whether the network answers and has this line. */
  reaches(line: Line): Promise<boolean>
}
