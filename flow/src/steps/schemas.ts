import { ApiCallStep } from './api_call/schema.ts'
import { SubflowStep } from './subflow/schema.ts'
import { CsatStep } from './csat/schema.ts'
import { TemplateStep } from './template/schema.ts'
import { MediaStep } from './media/schema.ts'
import { ReactStep } from './react/schema.ts'
import { SendEventStep } from './send_event/schema.ts'
import { NotifyStep } from './notify/schema.ts'
import { NoteStep } from './note/schema.ts'
import { TagStep } from './tag/schema.ts'
import { TaskStep } from './task/schema.ts'
import { StageStep } from './stage/schema.ts'
import { UpdateContactStep } from './update_contact/schema.ts'
import { SetLanguageStep } from './set_language/schema.ts'
import { BusinessHoursStep } from './business_hours/schema.ts'
import { WaitForStep } from './wait_for/schema.ts'
import { OnceStep } from './once/schema.ts'
import { AbSplitStep } from './ab_split/schema.ts'
import { SwitchStep } from './switch/schema.ts'
import { CloseStep } from './close/schema.ts'
import { EndStep } from './end/schema.ts'
import { ConditionStep } from './condition/schema.ts'
import { DelayStep } from './delay/schema.ts'
import { GoToStep } from './go_to/schema.ts'
import { InputStep } from './input/schema.ts'
import { MenuStep } from './menu/schema.ts'
import { MessageStep } from './message/schema.ts'
import { TransferToAgentStep } from './transfer_to_agent/schema.ts'
import { VariableStep } from './variable/schema.ts'

/** The shape of every step type. A new one is added here; `behaviours.ts` and `forms.ts` then do not compile without it. */
export const stepSchemas = [
  MessageStep,
  MenuStep,
  InputStep,
  ConditionStep,
  VariableStep,
  DelayStep,
  ApiCallStep,
  GoToStep,
  TransferToAgentStep,
  CloseStep,
  SwitchStep,
  AbSplitStep,
  OnceStep,
  WaitForStep,
  BusinessHoursStep,
  SetLanguageStep,
  UpdateContactStep,
  TagStep,
  StageStep,
  NoteStep,
  NotifyStep,
  TaskStep,
  SendEventStep,
  ReactStep,
  MediaStep,
  TemplateStep,
  CsatStep,
  SubflowStep,
  EndStep,
] as const
