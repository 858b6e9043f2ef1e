import type { Message } from '@chasqui/contracts'

/** Whose words a bubble holds, by which it looks. */
export type Voice = 'in' | 'out' | 'bot' | 'note'

export const voiceOf = ({ direction, sender }: Message): Voice => {
  if (direction !== 'out') return direction
  return sender.kind === 'flow' || sender.kind === 'assistant' ? 'bot' : 'out'
}
