import type { FlowTrigger } from '@chasqui/contracts'
import type { TriggerForm } from '@chasqui/flow/triggers/form'
import { triggerForms } from '@chasqui/flow/triggers/forms'
import { isEditedInTriggers } from '../start/trigger-kinds.ts'

export type TriggerType = FlowTrigger['type']
export type TriggerField = TriggerForm['fields'][number]

export const triggerTypes = Object.keys(triggerForms) as TriggerType[]
/** Those that can be begun here, in their order: every value of them can be edited. */
export const offeredTriggers = triggerTypes.filter((type) => triggerForms[type].fields.every(({ kind }) => isEditedInTriggers(kind)))
export const triggerIconOf = (type: TriggerType): string => triggerForms[type].icon
export const fieldsOfTrigger = (type: TriggerType): readonly TriggerField[] => triggerForms[type].fields
export const freshTrigger = (type: TriggerType): FlowTrigger => triggerForms[type].fresh()
