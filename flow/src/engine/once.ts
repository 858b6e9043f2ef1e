import type { Effect } from './run-state.ts'

const day = 86_400_000

/** Names a step that lets each contact through once; `flow` is another one that the run has gone into. */
export const onceKey = ({ flow = '', step }: { flow?: string | undefined; step: string }): string => `${flow} ${step}`

/** First times that are over, for as long as they count (ms; null: for ever). */
export type FirstTimes = ReadonlyMap<string, number | null>

/** The steps that let nobody through as for the first time at this moment. */
export const againAt = (times: FirstTimes, now: number): ReadonlySet<string> =>
  new Set([...times].flatMap(([key, until]) => (until === null || until > now ? [key] : [])))

/** First times with those of a turn, for talks that keep them themselves. */
export const withFirstTimes = (times: FirstTimes, effects: readonly Effect[], now: number): FirstTimes => {
  const taken = effects.flatMap((effect): [string, number | null][] =>
    effect.type === 'once' ? [[onceKey(effect), effect.days === undefined ? null : now + effect.days * day]] : [],
  )
  return taken.length === 0 ? times : new Map([...times, ...taken])
}
