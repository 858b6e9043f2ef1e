import type { BuilderTimes } from './measure-builder.ts'

/** Milliseconds in which a flow is to be open, and between two frames. */
const goals = { open: 1000, frame: 1000 / 60 }

const opening = (name: string, { ms, work }: BuilderTimes['fromList']): string =>
  `  ${name.padEnd(34)}${ms.toFixed(0).padStart(6)} ms   of it main thread ${work.toFixed(0).padStart(5)} ms   goal ${goals.open} ms ${ms <= goals.open ? 'met' : 'MISSED'}`

const moving = (name: string, { frames, late, workPerMove }: BuilderTimes['moves'][string]): string =>
  `  ${name.padEnd(34)}${frames.p50.toFixed(1).padStart(6)} ms   p95 ${frames.p95.toFixed(1)} ms, late ${(late * 100).toFixed(0)} %, main thread ${workPerMove.toFixed(1)} ms a move   goal ${goals.frame.toFixed(1)} ms ${frames.p50 <= goals.frame + 0.5 && late <= 0.1 ? 'met' : 'MISSED'}`

export const builderTable = (times: BuilderTimes): string =>
  [
    '',
    `  a flow of ${times.steps} steps in the builder, medians of ${times.rounds} rounds, ${times.processors} processors for browser, server and database`,
    '',
    opening('from the list to the last card', times.fromList),
    opening('from its address', times.fromAddress),
    opening('from its address, without places', times.withoutPlaces),
    '',
    '  between two frames',
    ...Object.entries(times.moves).map(([name, moved]) => moving(name, moved)),
    '',
    `  a key in a text, until painted      p50 ${times.keys.p50.toFixed(1)} ms, p95 ${times.keys.p95.toFixed(1)} ms`,
    '',
  ].join('\n')
