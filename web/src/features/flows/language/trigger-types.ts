import type { FlowTrigger } from '@chasqui/contracts'
import type { TriggerForm } from '@chasqui/flow/triggers/form'
import { triggerForms } from '@chasqui/flow/triggers/forms'

export type TriggerType = FlowTrigger['type']
export type TriggerField = TriggerForm['fields'][number]

/** In the order in which they are offered. */
export const triggerTypes = Object.keys(triggerForms) as TriggerType[]
export const triggerIconOf = (type: TriggerType): string => triggerForms[type].icon
export const fieldsOfTrigger = (type: TriggerType): readonly TriggerField[] => triggerForms[type].fields
export const freshTrigger = (type: TriggerType): FlowTrigger => triggerForms[type].fresh()
