import { findingKinds, isSound, total, type FindingKind, type Verdict } from './count.ts'

export type RunFacts = {
  seconds: number
  seed: number
  starts: number
  slowestStartMs: number
  kills: Record<string, number>
  posts: number
  retries: number
  repeats: number
  statusRetries: number
  becameQuiet: boolean
  fresh: string
}

const row = (name: string, value: string | number, note = ''): string => `  ${name.padEnd(36)}${String(value).padStart(9)}${note && `   ${note}`}`
const shownExamples = 3

const findingRow = (kind: FindingKind, found: string[]): string => row(kind, found.length, found.slice(0, shownExamples).join(', '))

/** The one line that a script looks for. */
export const summary = (verdict: Verdict): string => {
  const listing = verdict.findings['uncertain, not listed'].length === 0 ? 'all listed' : `${verdict.findings['uncertain, not listed'].length} not listed`
  return `lost ${total(verdict, 'lost')}  duplicated ${total(verdict, 'duplicated')}  uncertain ${verdict.uncertain} (${listing})`
}

export const tableOf = (verdict: Verdict, facts: RunFacts): string => {
  const kinds = Object.keys(findingKinds) as FindingKind[]
  const kills = Object.entries(facts.kills)
    .map(([victim, times]) => `${victim} ${times}`)
    .join(', ')
  return [
    '',
    row('messages acknowledged', verdict.acknowledged, `${facts.posts} webhooks, ${facts.retries} tried again, ${facts.repeats} repeated after their 200`),
    row(
      'killed',
      Object.values(facts.kills).reduce((sum, times) => sum + times, 0),
      kills,
    ),
    row('starts', facts.starts, `slowest ${(facts.slowestStartMs / 1000).toFixed(1)} s`),
    row('conversations', verdict.conversations, facts.fresh),
    row('messages stored', verdict.stored),
    row('answers written', verdict.answers),
    row('answers taken by the provider', verdict.taken, `${verdict.lostAnswers} of its replies lost on the way back`),
    row('listed as uncertain', verdict.uncertain, 'nobody can know whether these arrived; shown to people, never sent again'),
    '',
    ...kinds.map((kind) => findingRow(kind, verdict.findings[kind])),
    '',
    ...(facts.becameQuiet ? [] : ['  Work was still going on when the time was up; what it had not done yet counts as lost.', '']),
    `${summary(verdict)}   (${facts.seconds.toFixed(0)} s, seed ${facts.seed})`,
    isSound(verdict) && facts.becameQuiet ? 'proved' : 'NOT proved',
  ].join('\n')
}
