import type { ComponentType } from 'react'
import type { FieldProps } from '../form/field-props.ts'
import { Choices, Toggle } from '../form/more-fields.tsx'
import { Choice, NumberField } from '../form/simple-fields.tsx'
import type { TriggerField } from '../language/trigger-types.ts'
import { DatesField, DaysField, TimeField } from './moment-fields.tsx'
import { OpeningField } from './opening-field.tsx'
import { MappingsField, PathField } from './path-fields.tsx'
import { ChannelField, CampaignsField, ChannelsField } from './place-fields.tsx'
import { WrittenWords } from './written-words.tsx'

/** The kinds of values that triggers have today; a trigger with a field of another kind is a type error in `editorOfTriggerField`. */
const editors = {
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
  path: PathField,
  mappings: MappingsField,
  days: DaysField,
  dates: DatesField,
  time: TimeField,
} as const satisfies Partial<Record<TriggerField['kind'], ComponentType<FieldProps>>>

export const isEditedInTriggers = (kind: string): kind is keyof typeof editors => Object.hasOwn(editors, kind)

/** The editor of a field; that every trigger type has one for each is tested. */
export const editorOfTriggerField = ({ kind }: TriggerField): ComponentType<FieldProps> => (isEditedInTriggers(kind) ? editors[kind] : () => null)
