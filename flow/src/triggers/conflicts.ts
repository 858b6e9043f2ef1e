import type { FlowTrigger } from '../definition.ts'
import type { Claim } from './behaviour.ts'
import { behaviourOfTrigger } from './behaviours.ts'
import type { Candidate } from './choose.ts'
import { byPrecedence } from './choose.ts'

/** Flows that want the same; the first of `flowIds` gets it. */
export type Conflict = { type: FlowTrigger['type'] } & Omit<Claim, 'what'> & { flowIds: string[] }

/** What triggers want for their flow. */
export const claimsOf = (triggers: readonly FlowTrigger[]): Claim[] => triggers.flatMap((trigger) => behaviourOfTrigger(trigger).claims?.(trigger) ?? [])

/** What several published flows want at once, in the order of their precedence. */
export const conflictsIn = (flows: readonly Candidate[]): Conflict[] => {
  const claimed = new Map<string, Conflict>()
  for (const { flowId, triggers } of flows.toSorted(byPrecedence))
    for (const trigger of triggers)
      for (const { what, ...claim } of behaviourOfTrigger(trigger).claims?.(trigger) ?? []) {
        const known = claimed.get(what)
        if (!known) claimed.set(what, { type: trigger.type, ...claim, flowIds: [flowId] })
        else if (!known.flowIds.includes(flowId)) known.flowIds.push(flowId)
      }
  return [...claimed.values()].filter(({ flowIds }) => flowIds.length > 1)
}
