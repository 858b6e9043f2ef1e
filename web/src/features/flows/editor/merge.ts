import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { same } from './same.ts'

/** Everything about a definition that is no step, by its name. */
export type Setting = Exclude<keyof FlowDefinition, 'schema' | 'nodes'>
const everySetting: Record<Setting, true> = {
  start: true,
  triggers: true,
  priority: true,
  once: true,
  abTest: true,
  always: true,
  onError: true,
  handlers: true,
}
export const settings = Object.keys(everySetting) as Setting[]

/** What became different: whole steps (null for one that is gone), and what stands outside of steps. */
export type Changes = { steps: Record<string, FlowNode | null>; settings: Partial<Pick<FlowDefinition, Setting>> }

export const changesBetween = (before: FlowDefinition, after: FlowDefinition): Changes => {
  const ids = new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])
  const steps = [...ids].flatMap((id) => (same(before.nodes[id], after.nodes[id]) ? [] : [[id, after.nodes[id] ?? null] as const]))
  const changed = settings.filter((name) => !same(before[name], after[name])).map((name) => [name, after[name]] as const)
  return { steps: Object.fromEntries(steps), settings: Object.fromEntries(changed) }
}

export const isNothing = ({ steps, settings: changed }: Changes): boolean => Object.keys(steps).length === 0 && Object.keys(changed).length === 0

export const withChanges = (definition: FlowDefinition, { steps, settings: changed }: Changes): FlowDefinition => {
  const nodes = { ...definition.nodes }
  for (const [id, node] of Object.entries(steps)) {
    if (node) nodes[id] = node
    else delete nodes[id]
  }
  return { ...definition, ...changed, nodes }
}

const without = <Value>(record: Readonly<Record<string, Value>>, keys: ReadonlySet<string>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)))

/** The names under which both have something else. */
const clashes = (own: Readonly<Record<string, unknown>>, others: Readonly<Record<string, unknown>>): Set<string> =>
  new Set(Object.keys(own).filter((key) => Object.hasOwn(others, key) && !same(own[key], others[key])))

/**
 * What somebody else has made of `base`, as far as one has not changed the same to something else oneself: to be laid under one's own changes. Steps that both
 * changed are named, with what the other has made of them: nothing anybody wrote goes without being seen.
 */
export const others = (
  base: FlowDefinition,
  mine: FlowDefinition,
  theirs: FlowDefinition,
): { changes: Changes; conflicts: Record<string, FlowNode | null> } => {
  const own = changesBetween(base, mine)
  const foreign = changesBetween(base, theirs)
  const steps = clashes(own.steps, foreign.steps)
  return {
    changes: { steps: without(foreign.steps, steps), settings: without(foreign.settings, clashes(own.settings, foreign.settings)) },
    conflicts: Object.fromEntries(Object.entries(foreign.steps).filter(([id]) => steps.has(id))),
  }
}

/** One's own changes of `base` over what somebody else has made of it. */
export const merge = (base: FlowDefinition, mine: FlowDefinition, theirs: FlowDefinition) => {
  const { changes, conflicts } = others(base, mine, theirs)
  return { definition: withChanges(mine, changes), conflicts }
}

/** What was not known to be with the server when the page was left; `sent` was on its way to it. */
export type Unsent = { base: FlowDefinition; mine: FlowDefinition; sent: FlowDefinition | null }

/** The same over what the server has now. What was on its way has come if the server has all of it: then one's own changes are those made since. */
export const mergeUnsent = ({ base, mine, sent }: Unsent, theirs: FlowDefinition) => {
  const hasArrived = sent !== null && isNothing(changesBetween(theirs, withChanges(theirs, changesBetween(base, sent))))
  return merge(hasArrived ? sent : base, mine, theirs)
}

/**
 * A flow that was never drawn gets places when it is opened, of which the server knows nothing. What comes from there keeps them: the same definition with the
 * places that steps have in `shown`, where they have none of their own.
 */
export const placedAs = (definition: FlowDefinition, shown: FlowDefinition): FlowDefinition => {
  const placed = Object.entries(definition.nodes).map(([id, node]): [string, FlowNode] => {
    const position = node.position ?? shown.nodes[id]?.position
    return [id, position && !node.position ? { ...node, position } : node]
  })
  return { ...definition, nodes: Object.fromEntries(placed) }
}

type Places = Record<string, { x: number; y: number }>

/** Changes as the server takes them: a step that only stands elsewhere is no change of the step, so that moving cards never gets into anybody's way. */
export const asRequest = (before: FlowDefinition, { steps, settings: changed }: Changes) => {
  const positions: Places = {}
  const whole: Record<string, FlowNode | null> = {}
  for (const [id, node] of Object.entries(steps)) {
    const old = before.nodes[id]
    if (node?.position && old && same({ ...old, position: null }, { ...node, position: null })) positions[id] = node.position
    else whole[id] = node
  }
  return {
    ...(Object.keys(whole).length > 0 && { steps: whole }),
    ...(Object.keys(changed).length > 0 && { settings: changed }),
    ...(Object.keys(positions).length > 0 && { positions }),
  }
}
