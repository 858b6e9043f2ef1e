import type { FlowProblem, FlowTrigger } from '@chasqui/contracts'
import { behaviourOfTrigger } from '@chasqui/flow/triggers/behaviours'
import { plain } from '../language/plain.ts'

/** What only the server can tell, which knows the other flows: that they want the same. */
export const sharedCode = 'flow.trigger_shared'

/**
 * What else only the server tells: what the flow names that is gone, what one of its channels does not carry, and what its engine of patterns, which a
 * browser does not have, cannot read.
 */
const worldCodes = new Set(
  [
    'pattern_invalid',
    'trigger_missing',
    'trigger_place_unknown',
    'trigger_template_unknown',
    'trigger_templates_not_sent',
    'flow_gone',
    'flow_not_published',
    'flow_circle',
    'loop_through_flow',
    'input_missing',
    'output_unknown',
    'variable_not_given',
    'queue_gone',
    'queue_empty',
    'person_gone',
    'file_gone',
    'template_gone',
    'template_not_approved',
    'template_unfit',
    'secret_missing',
    'secret_not_for_host',
  ].map((code) => `flow.${code}`),
)

/** Whether only the server could tell this. */
export const isTold = ({ code, values }: FlowProblem): boolean => code === sharedCode || worldCodes.has(code) || values?.['channel'] !== undefined

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
