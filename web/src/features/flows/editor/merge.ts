import type { FlowDefinition, FlowNode } from '@chasqui/contracts'

/** Everything about a definition that is no step, by its name. */
export type Setting = 'start' | 'triggers' | 'always' | 'onError'
export const settings: readonly Setting[] = ['start', 'triggers', 'always', 'onError']

/** What became different: whole steps (null for one that is gone), and what stands outside of steps. */
export type Changes = { steps: Record<string, FlowNode | null>; settings: Partial<Pick<FlowDefinition, Setting>> }

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

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

/**
 * One's own changes of `base` over what somebody else has made of it. Where both changed the same step, one's own stays and the step is named:
 * nothing anybody wrote goes without being seen.
 */
export const merge = (base: FlowDefinition, mine: FlowDefinition, theirs: FlowDefinition): { definition: FlowDefinition; conflicts: string[] } => {
  const own = changesBetween(base, mine)
  const others = changesBetween(base, theirs)
  const conflicts = Object.keys(own.steps).filter((id) => Object.hasOwn(others.steps, id) && !same(own.steps[id], others.steps[id]))
  return { definition: withChanges(theirs, own), conflicts }
}
