import type { StepGroup } from '@chasqui/flow/form'

/** The colour of a step's icon, beside its name. */
export const groupLooks: Record<StepGroup, string> = { say: 'text-primary', ask: 'text-success', decide: 'text-warning', act: 'text-info', end: 'text-ai' }
