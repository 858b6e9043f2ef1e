import type { FlowProblem, FlowTrigger } from '@chasqui/contracts'
import { behaviourOfTrigger } from '@chasqui/flow/triggers/behaviours'
import { plain } from '../language/plain.ts'

/** What only the server can tell, which knows the other flows: that they want the same. */
export const sharedCode = 'flow.trigger_shared'

const same = (one: string, other: string): boolean => plain(one.trim()) === plain(other.trim())

/** Of the problems of a flow those that say what other flows want of this trigger, too. */
export const sharedBy = (trigger: FlowTrigger, problems: readonly FlowProblem[]): FlowProblem[] => {
  const claims = behaviourOfTrigger(trigger).claims?.(trigger) ?? []
  return problems.filter(({ code, values }) => {
    if (code !== sharedCode || values?.['trigger'] !== trigger.type) return false
    const wanted = String(values['wanted'] ?? '')
    return claims.some(({ shown }) => wanted === '' || same(shown, wanted))
  })
}
