import type { Message } from '@chasqui/contracts'

/**
 * What colleagues or the bot told the customer since I began to write and I may not have seen. The customer's own messages never count,
 * nor do notes.
 */
export const unseenAnswers = (messages: readonly Message[], sinceSeq: number, userId: string): Message[] =>
  messages.filter(
    ({ seq, direction, sender, content }) =>
      seq > sinceSeq && seq < Number.MAX_SAFE_INTEGER && direction === 'out' && content.type !== 'system' && !(sender.kind === 'agent' && sender.id === userId),
  )
