import type { FlowDefinition, LostAs } from '@chasqui/contracts'
import type { Outcome, RunState, TraceEntry } from '../engine/run-state.ts'
import { behaviourOf } from '../steps/behaviours.ts'

/**
 * One thing that happened at a step of a run, as it is kept. `flow` is the other flow in which the step stands, null for the run's own. `fromStep` to
 * `lostAs` are there where the run moved: it came to a step, or ended.
 */
export type PathRow = {
  flow: string | null
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

/** Where a run stands in one of the flows that it is in, the outermost first. */
type Level = { flow: string | null; at: string | null; waitedMs: number | null }

const still = { outcome: null, fromStep: null, waitedMs: null, way: null, lostAs: null }

const comesTo = ({ cause }: TraceEntry): boolean => cause === 'start' || cause === 'went_on'

/** A turn as rows of the run's path, in order. */
export const pathOf = (course: Course): PathRow[] => {
  const { definition, before, after, trace } = course
  const rows: PathRow[] = []
  const levels = standingIn(course)
  /** What happened last where the run stands. */
  let last: TraceEntry | null = null
  for (const entry of trace) {
    const { step, cause, flow = null, answer = null, set = null } = entry
    const came = goTo(levels, flow)
    // Back from another flow, what was answered there is no answer here; a word for a person is one everywhere.
    if (came !== 'stays' && last?.cause !== 'word' && last?.cause !== 'error') last = null
    const level = levels.at(-1)!
    if (!comesTo(entry)) {
      rows.push({ ...still, flow, step, cause, answer, set })
      last = entry
      continue
    }
    const left = level.at === null ? null : { fromStep: level.at, waitedMs: level.waitedMs, way: wayTaken(flow === null ? definition : null, level.at, last) }
    const lostAs = last?.cause === 'word' && flow === null && step === definition.always.humanNode ? ('asked_person' as const) : null
    rows.push({ ...still, ...left, flow, step, cause, lostAs, answer, set })
    level.at = step
    level.waitedMs = 0
    last = entry
  }
  // A run that begins somewhere else than at the start knows something already.
  if (before.status === 'running' && rows[0] && Object.keys(before.variables).length > 0) rows[0].set = { ...before.variables, ...rows[0].set }
  if (after.status === 'finished' && before.status !== 'finished') rows.push(...endsOf(definition, after.outcome ?? 'finished', levels, last))
  return rows
}

const standingIn = ({ before, since, now }: Course): Level[] => {
  if (before.status === 'running') return [{ flow: null, at: null, waitedMs: null }]
  const calls = before.calls ?? []
  const waitedMs = since === null ? null : Math.max(0, now.getTime() - since.getTime())
  return [null, ...calls.map(({ flow }) => flow)].map((flow, depth) => {
    const inner = calls[depth]
    return inner ? { flow, at: inner.from, waitedMs: null } : { flow, at: before.node, waitedMs }
  })
}

/** Into another flow, or back from some. */
const goTo = (levels: Level[], flow: string | null): 'stays' | 'in' | 'back' => {
  const depth = levels.findLastIndex((level) => level.flow === flow)
  if (depth === levels.length - 1) return 'stays'
  if (depth === -1) levels.push({ flow, at: null, waitedMs: 0 })
  else levels.length = depth + 1
  return depth === -1 ? 'in' : 'back'
}

/** The end of a run, in each of the flows that it is in by then; its own last. */
const endsOf = (definition: FlowDefinition, outcome: Outcome, levels: readonly Level[], last: TraceEntry | null): PathRow[] =>
  levels.toReversed().map(({ flow, at, waitedMs }) => ({
    flow,
    step: at ?? last?.step ?? null,
    cause: 'ended',
    outcome,
    fromStep: at,
    waitedMs: at === null ? null : waitedMs,
    way: at === null || outcome === 'unreachable' ? null : wayTaken(flow === null ? definition : null, at, last),
    lostAs: lostBy(outcome, last),
    answer: null,
    set: null,
  }))

/** As what somebody was lost: they fell silent, stopped the bot, were not reached any more, asked for a person, were not understood, or something broke. Null: the flow ended as it was drawn. */
const lostBy = (outcome: Outcome, last: TraceEntry | null): LostAs | null => {
  if (outcome === 'silent' || outcome === 'stopped' || outcome === 'unreachable') return outcome
  if (outcome !== 'transferred' && outcome !== 'closed') return null
  if (last?.cause === 'invalid') return 'not_understood'
  if (last?.cause === 'word') return outcome === 'closed' ? 'stopped' : 'asked_person'
  return last?.cause === 'error' ? 'broke' : null
}

/**
 * Which way out of a step led on: one that its author drew, or what is there at every step: `word`, `error`, `invalid`, `timeout`. The engine tells it where a
 * step has several; another has one.
 */
const wayTaken = (definition: FlowDefinition | null, from: string, last: TraceEntry | null): string | null => {
  const cause = last?.cause
  if (cause === 'word' || cause === 'error' || cause === 'invalid' || cause === 'timeout') return cause
  if (last?.output !== undefined) return last.output
  const node = definition && Object.hasOwn(definition.nodes, from) ? definition.nodes[from]! : null
  const [way, ...others] = node ? behaviourOf(node).outputs(node) : []
  return way && others.length === 0 ? way.id : null
}
