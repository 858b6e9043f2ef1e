import type { FlowChange, FlowDefinition, FlowNode } from '@chasqui/contracts'
import { same } from './same.ts'

/** At which revision each step and setting was last changed; what is not named never was. */
export type ChangedAt = { steps: Record<string, number>; settings: Record<string, number> }
export type Draft = { definition: FlowDefinition; revision: number; changedAt: ChangedAt }
export type DraftChange = Pick<FlowChange, 'revision' | 'definition' | 'steps' | 'settings' | 'positions'>
/** `steps` and `settings`: what others changed to something else since the revision that the change was made on. */
export type Merged = { ok: true; draft: Draft } | { ok: false; steps: string[]; settings: string[] }

/** How many revisions it is remembered that a step was removed. */
const longestMemory = 1000

type Wanted = { steps: [string, FlowNode | null][]; settings: [string, unknown][] }

/**
 * The draft with a change that somebody made on an earlier revision of it: what others changed since stays, the same step or setting changed twice to
 * different things is a collision, and then nothing is changed. Without a revision the last writer wins. A draft that is as wanted stays the same object.
 */
export const mergeDraft = (draft: Draft, change: DraftChange): Merged => {
  const wanted = differing(draft.definition, wantedBy(draft.definition, change))
  const base = change.revision ?? draft.revision
  const passed = (at: Record<string, number>) => (name: string) => Object.hasOwn(at, name) && at[name]! > base
  const steps = wanted.steps.map(([id]) => id).filter(passed(draft.changedAt.steps))
  const settings = wanted.settings.map(([name]) => name).filter(passed(draft.changedAt.settings))
  if (steps.length > 0 || settings.length > 0) return { ok: false, steps, settings }
  return { ok: true, draft: apply(draft, wanted, movedBy(draft.definition, wanted, change)) }
}

const settingsOf = ({ schema: _schema, nodes: _nodes, ...settings }: FlowDefinition): Record<string, unknown> => settings

const wantedBy = (now: FlowDefinition, { definition, steps, settings }: DraftChange): Wanted => {
  if (!definition) return { steps: Object.entries(steps ?? {}), settings: Object.entries(settings ?? {}).filter(([, value]) => value !== undefined) }
  const ids = [...new Set([...Object.keys(now.nodes), ...Object.keys(definition.nodes)])]
  return { steps: ids.map((id) => [id, own(definition.nodes, id) ?? null]), settings: Object.entries(settingsOf(definition)) }
}

const own = <Value>(record: Record<string, Value>, name: string): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined)

const differing = (now: FlowDefinition, { steps, settings }: Wanted): Wanted => ({
  steps: steps.filter(([id, step]) => !same(own(now.nodes, id) ?? null, step)),
  settings: settings.filter(([name, value]) => !same(own(settingsOf(now), name), value)),
})

/** Steps that only move: those that stay, at another place than they are. */
const movedBy = (now: FlowDefinition, { steps }: Wanted, { positions = {} }: DraftChange): [string, { x: number; y: number }][] => {
  const changed = new Map(steps)
  return Object.entries(positions).filter(([id, place]) => {
    const step = changed.has(id) ? changed.get(id) : own(now.nodes, id)
    return step && !same(step.position, place)
  })
}

const apply = (draft: Draft, { steps, settings }: Wanted, moved: [string, { x: number; y: number }][]): Draft => {
  if (steps.length === 0 && settings.length === 0 && moved.length === 0) return draft
  const revision = draft.revision + 1
  const at = (names: [string, unknown][]) => Object.fromEntries(names.map(([name]) => [name, revision]))
  const nodes = new Map(Object.entries(draft.definition.nodes))
  for (const [id, step] of steps) {
    if (step) nodes.set(id, step)
    else nodes.delete(id)
  }
  for (const [id, position] of moved) nodes.set(id, { ...nodes.get(id)!, position })
  return {
    definition: { ...draft.definition, ...Object.fromEntries(settings), nodes: Object.fromEntries(nodes) },
    revision,
    changedAt: { steps: remembered({ ...draft.changedAt.steps, ...at(steps) }, nodes, revision), settings: { ...draft.changedAt.settings, ...at(settings) } },
  }
}

/** Steps that were removed long ago are forgotten. */
const remembered = (changed: Record<string, number>, nodes: ReadonlyMap<string, unknown>, revision: number): Record<string, number> =>
  Object.fromEntries(Object.entries(changed).filter(([id, at]) => nodes.has(id) || at > revision - longestMemory))
