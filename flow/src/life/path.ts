import type { FlowDefinition, LostAs } from '@chasqui/contracts'
import type { Outcome, RunState, TraceEntry } from '../engine/run-state.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/** One thing that happened at a step of a run, as it is kept. `fromStep` to `lostAs` are there where the run moved: it came to a step, or ended. */
export type PathRow = {
  step: string | null
  cause: TraceEntry['cause'] | 'ended'
  outcome: Outcome | null
  fromStep: string | null
  waitedMs: number | null
  way: string | null
  lostAs: LostAs | null
  answer: string | null
  set: NonNullable<TraceEntry['set']> | null
}

/** What one turn did to a run; `since` is when it came to the step at which it stood, null where that is not known. */
export type Course = { definition: FlowDefinition; before: RunState; after: RunState; trace: readonly TraceEntry[]; since: Date | null; now: Date }

const still = { outcome: null, fromStep: null, waitedMs: null, way: null, lostAs: null }

const comesTo = ({ cause }: TraceEntry): boolean => cause === 'start' || cause === 'went_on'

/** A turn as rows of the run's path, in order. */
export const pathOf = ({ definition, before, after, trace, since, now }: Course): PathRow[] => {
  const rows: PathRow[] = []
  let at = before.status === 'running' ? null : before.node
  let waitedMs = since === null ? null : Math.max(0, now.getTime() - since.getTime())
  let event: TraceEntry | null = null
  for (const entry of trace) {
    const { step, cause, answer = null, set = null } = entry
    if (comesTo(entry)) {
      const left = at === null ? null : { fromStep: at, waitedMs, way: wayTaken(definition, at, step, event) }
      const lostAs = event?.cause === 'word' && step === definition.always.humanNode ? ('asked_person' as const) : null
      rows.push({ ...still, ...left, step, cause, lostAs, answer, set })
      at = step
      waitedMs = 0
      event = null
    } else {
      rows.push({ ...still, step, cause, answer, set })
      event = entry
    }
  }
  // A run that begins somewhere else than at the start knows something already.
  if (before.status === 'running' && rows[0] && Object.keys(before.variables).length > 0) rows[0].set = { ...before.variables, ...rows[0].set }
  if (after.status === 'finished' && before.status !== 'finished') rows.push(endOf(definition, after.outcome ?? 'finished', { at, waitedMs, event }))
  return rows
}

type Standing = { at: string | null; waitedMs: number | null; event: TraceEntry | null }

const endOf = (definition: FlowDefinition, outcome: Outcome, { at, waitedMs, event }: Standing): PathRow => ({
  step: at ?? event?.step ?? null,
  cause: 'ended',
  outcome,
  fromStep: at,
  waitedMs: at === null ? null : waitedMs,
  way: at === null ? null : wayTaken(definition, at, null, event),
  lostAs: lostBy(outcome, event),
  answer: null,
  set: null,
})

/** As what somebody was lost: they fell silent, stopped the bot, asked for a person, were not understood, or something broke. Null: the flow ended as it was drawn. */
const lostBy = (outcome: Outcome, event: TraceEntry | null): LostAs | null => {
  if (outcome === 'silent') return 'silent'
  if (outcome === 'stopped') return 'stopped'
  if (outcome !== 'transferred' && outcome !== 'closed') return null
  if (event?.cause === 'invalid') return 'not_understood'
  if (event?.cause === 'word') return outcome === 'closed' ? 'stopped' : 'asked_person'
  return event?.cause === 'error' ? 'broke' : null
}

/** Which way out of a step led on: one that its author drew, or what is there at every step: `word`, `error`, `invalid`, `timeout`. */
const wayTaken = (definition: FlowDefinition, from: string, to: string | null, event: TraceEntry | null): string | null => {
  const cause = event?.cause
  if (cause === 'word' || cause === 'error' || cause === 'invalid' || cause === 'timeout') return cause
  const node = Object.hasOwn(definition.nodes, from) ? definition.nodes[from]! : null
  if (!node) return null
  const ways = behaviourOf(node)
    .outputs(node)
    .filter(({ id, next }) => next === to && id !== 'invalid' && id !== 'timeout')
  if (ways.length <= 1) return ways[0]?.id ?? null
  // Several options lead to the same step: the one that was chosen, by its id where that is kept, else by its words.
  const kept = Object.entries(event?.set ?? {}).flatMap(([name, value]) => (name.endsWith('.id') ? [`option.${String(value)}`] : []))
  return (ways.find(({ id }) => kept.includes(id)) ?? ways.find(({ label }) => label !== undefined && label === event?.answer) ?? ways[0]!).id
}
