import { wait } from '../../engine/asking.ts'
import type { CustomerMessage } from '../../engine/heard.ts'
import type { InputNode } from '../../engine/nodes.ts'
import { spokenIn } from '../../engine/phrases.ts'
import type { Turn } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'

/** Recordings as answers: written down outside of the turn, and heard when their words are there. */

/** Seconds after which a recording that nobody has written down counts as one that cannot be heard. */
const patience = 90

const said = new Set<InputNode['expect']>(['text', 'email', 'phone', 'number', 'any', 'date', 'time', 'datetime', 'yes_no', 'document', 'rating'])

/** The recording that is to be written down; null for other messages, and where nobody can. Consent is written or pressed. */
export const recordingIn = ({ context }: Turn, { voice, expect }: InputNode, { type, file }: CustomerMessage): string | null =>
  voice && context.transcribes && said.has(expect) && type === 'audio' && file?.ref ? file.ref : null

export const waitForWords = (turn: Turn, ref: string): Way => {
  // It is answered once it can be read.
  turn.trace.pop()
  const way = wait(turn, 'result', patience)
  turn.effects.push({ type: 'transcribe', token: turn.state.token, ref, language: spokenIn(turn.context).slice(0, 2) })
  return way
}

/** The words that came back; null where there are none. */
export const wordsIn = (result: unknown): string | null => {
  const text = typeof result === 'object' && result !== null && 'text' in result ? result.text : null
  return typeof text === 'string' && text.trim() !== '' ? text.replaceAll('\u0000', '').toWellFormed().trim() : null
}
