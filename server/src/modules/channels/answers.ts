import type { ChannelAnswers, ChannelKind } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { ChannelAdapter } from './adapter.ts'
import type { ChannelsPorts } from './ports.ts'

/** The columns that keep it. */
export type AnswersRow = { answers_to: ChannelAnswers['to']; test_numbers: string[] }

/** As it was chosen. */
export const answersOf = ({ answers_to: to, test_numbers: numbers }: AnswersRow): ChannelAnswers => (to === 'test_numbers' ? { to, numbers } : { to })

export const columnsOf = (answers: ChannelAnswers): [to: ChannelAnswers['to'], numbers: readonly string[]] => [
  answers.to,
  answers.to === 'test_numbers' ? answers.numbers : [],
]

/**
 * Where nobody has chosen yet. An account that is used without its vendor's consent may be a person's own: it surprises no relative, unless somebody names a flow
 * that is to answer there.
 */
export const answersAtFirst = ({ guard }: ChannelAdapter, flowId: string | null | undefined): ChannelAnswers => ({
  to: guard && !flowId ? 'nobody' : 'everyone',
})

/** A flow is named where none was, and nothing said of whom it answers: so that it does. */
export const answersWith = (before: ChannelAnswers, named: { was: string | null; is: string | null | undefined }): ChannelAnswers =>
  before.to === 'nobody' && named.was === null && named.is ? { to: 'everyone' } : before

/** What somebody chose, as it is kept: test numbers with their country, each once. */
export const checkAnswers = async (ports: ChannelsPorts, tenantId: string, kind: ChannelKind, answers: ChannelAnswers): Promise<ChannelAnswers> => {
  if (kind === 'simulator' && answers.to !== 'everyone')
    refuse('answers.to', 'channel.answers_fixed', 'The simulator answers everyone: it is there to try flows on.')
  if (answers.to !== 'test_numbers') return answers
  const kept = new Map<string, string>()
  for (const [place, written] of answers.numbers.entries()) {
    const number = (await ports.readPhone(tenantId, written)) ?? refuse(`answers.numbers.${place}`, 'channel.test_number_invalid', 'This is no phone number.')
    kept.set(ports.phoneKey(number), number)
  }
  return { to: 'test_numbers', numbers: [...kept.values()] }
}

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid', code, message, { errors: [{ path, code, message }] })
}
