import { CloseStep } from './close/schema.ts'
import { ConditionStep } from './condition/schema.ts'
import { DelayStep } from './delay/schema.ts'
import { GoToStep } from './go_to/schema.ts'
import { InputStep } from './input/schema.ts'
import { MenuStep } from './menu/schema.ts'
import { MessageStep } from './message/schema.ts'
import { TransferToAgentStep } from './transfer_to_agent/schema.ts'
import { VariableStep } from './variable/schema.ts'

/** The shape of every step type. A new one is added here; `behaviours.ts` and `forms.ts` then do not compile without it. */
export const stepSchemas = [MessageStep, MenuStep, InputStep, ConditionStep, VariableStep, DelayStep, GoToStep, TransferToAgentStep, CloseStep] as const
