import type { TestDifference, TestTalk, TestTurn } from '@chasqui/contracts'

const ends = ['finished', 'transferred', 'closed', 'stopped', 'silent'] as const
const isValue = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** Replies are numbered as they were expected: those that come beyond are told last and in their order, those that do not come go from the end. */
const repliesAfter = (replies: readonly string[], differences: readonly TestDifference[]): string[] => {
  const said: (string | null)[] = [...replies]
  for (const { what, about, actual } of differences) if (what.endsWith('reply')) said[Number(about)] = typeof actual === 'string' ? actual : null
  return said.filter((reply) => reply !== null)
}

const turnAfter = (turn: TestTurn, differences: readonly TestDifference[]): TestTurn => {
  const known = differences.flatMap(({ what, about, actual }) => (what === 'variable' && isValue(actual) ? [[about, actual] as const] : []))
  return {
    ...turn,
    ...(turn.replies && { replies: repliesAfter(turn.replies, differences) }),
    ...(turn.variables && { variables: { ...turn.variables, ...Object.fromEntries(known) } }),
  }
}

/** The same talk, in which what is different now is what is expected. */
export const acceptedTalk = (talk: TestTalk, differences: readonly TestDifference[]): TestTalk => {
  const actualOf = (asked: TestDifference['what']) => differences.find(({ turn, what }) => turn === null && what === asked)
  const [end, at] = [actualOf('end'), actualOf('step')]
  const { step, ...rest } = talk
  const now = at ? at.actual : step
  return {
    ...rest,
    turns: talk.turns.map((turn, index) =>
      turnAfter(
        turn,
        differences.filter((difference) => difference.turn === index),
      ),
    ),
    ...(end && { ends: ends.find((outcome) => outcome === end.actual) ?? null }),
    ...(typeof now === 'string' && { step: now }),
  }
}
