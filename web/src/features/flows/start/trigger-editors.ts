import type { ComponentType } from 'react'
import type { FieldProps } from '../form/field-props.ts'
import { Choices, Toggle } from '../form/more-fields.tsx'
import { Choice, NumberField } from '../form/simple-fields.tsx'
import type { TriggerField } from '../language/trigger-types.ts'
import { DatesField, DaysField, TimeField } from './moment-fields.tsx'
import { OpeningField } from './opening-field.tsx'
import { MappingsField, PathField } from './path-fields.tsx'
import { CampaignsField, ChannelField, ChannelsField } from './place-fields.tsx'
import { TemplatesField } from './templates-field.tsx'
import { type EditedTriggerKind, isEditedInTriggers } from './trigger-kinds.ts'
import { WrittenWords } from './written-words.tsx'

/** The editor of each kind of value. Forgetting one is a type error. */
const editors: Record<EditedTriggerKind, ComponentType<FieldProps>> = {
  'words-list': WrittenWords,
  tags: WrittenWords,
  choice: Choice,
  choices: Choices,
  toggle: Toggle,
  number: NumberField,
  channels: ChannelsField,
  campaigns: CampaignsField,
  channel: ChannelField,
  template: OpeningField,
  templates: TemplatesField,
  path: PathField,
  mappings: MappingsField,
  days: DaysField,
  dates: DatesField,
  time: TimeField,
}

/** The editor of a field; none where its kind cannot be edited yet. */
export const editorOfTriggerField = ({ kind }: TriggerField): ComponentType<FieldProps> | null => (isEditedInTriggers(kind) ? editors[kind] : null)
