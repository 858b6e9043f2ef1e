import type { FlowNode } from '@chasqui/contracts'
import type { Field } from '@chasqui/flow/form'
import { Copy, MoveRight, Play, Trash2 } from 'lucide-react'
import { type ComponentType, createElement, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useActs } from '../builder/acts.ts'
import { editStep, nodeAt } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { fieldsOf, freshStep } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'
import { AssignmentsField } from './assignments-field.tsx'
import { type FieldProps, valueOf } from './field-props.ts'
import { useFirstField } from './first-field.ts'
import { type EditedKind, isEdited } from './kinds.ts'
import type { Limits } from './limits.ts'
import { Choices, HoursField, Toggle } from './more-fields.tsx'
import { OptionsField } from './options-field.tsx'
import { ArmsField, CasesField, ComparisonsField, KeyValuesField, MappingField, ResultsField, UpdatesField } from './row-fields.tsx'
import { Choice, DurationField, Line, NumberField, StepSelect, TimeoutField, VariableField, WordListField, Words } from './simple-fields.tsx'
import { MilestoneField } from './milestone-field.tsx'
import { TemplateField } from './template-field.tsx'
import { Ways } from './ways.tsx'
import {
  CardField,
  CodeField,
  EmojiField,
  FileField,
  FlowField,
  LinkField,
  NumbersField,
  PeopleField,
  PlaceField,
  QueueField,
  TextsField,
} from './world-fields.tsx'

/** The editor of each kind of value; null for ways out, which all stand together. Forgetting one is a type error. */
const editors: Record<EditedKind, ComponentType<FieldProps> | null> = {
  words: Words,
  line: Line,
  number: NumberField,
  duration: DurationField,
  timeout: TimeoutField,
  choice: Choice,
  choices: Choices,
  toggle: Toggle,
  variable: VariableField,
  'words-list': WordListField,
  options: OptionsField,
  comparisons: ComparisonsField,
  assignments: AssignmentsField,
  next: null,
  step: StepSelect,
  hours: HoursField,
  cases: CasesField,
  arms: ArmsField,
  updates: UpdatesField,
  tags: WordListField,
  people: PeopleField,
  emoji: EmojiField,
  texts: TextsField,
  file: FileField,
  place: PlaceField,
  card: CardField,
  link: LinkField,
  results: ResultsField,
  flow: FlowField,
  queue: QueueField,
  template: TemplateField,
  'key-values': KeyValuesField,
  code: CodeField,
  numbers: NumbersField,
  mapping: MappingField,
  milestone: MilestoneField,
}
const editorOf = (kind: string): ComponentType<FieldProps> | null => (isEdited(kind) ? editors[kind] : null)

/** Whether somebody has written something there: it must not be hidden. */
const holdsSomething = (node: FlowNode, { key }: Field): boolean => {
  const value = valueOf(node, key)
  return value !== undefined && JSON.stringify(value) !== '[]' && JSON.stringify(value) !== JSON.stringify(valueOf(freshStep(node.type, '', String), key))
}

const isAsked = (node: FlowNode, field: Field): boolean => {
  const { when } = field
  const conditions = when === undefined ? [] : 'is' in when ? [when] : when
  if (conditions.every(({ key, is }) => is.some((value) => value === valueOf(node, key)))) return true
  return field.more === true && holdsSomething(node, field)
}

/** What goes with a new value of a field. */
const proposedBy = (node: FlowNode, { key, proposes }: Field, value: unknown): Record<string, unknown> => {
  if (!proposes) return {}
  const of = (one: unknown) => (typeof one === 'string' && Object.hasOwn(proposes.by, one) ? proposes.by[one] : undefined)
  const now = valueOf(node, proposes.key)
  return now === undefined || now === of(valueOf(node, key)) ? { [proposes.key]: of(value) } : {}
}

const OneField = ({ id, node, field, limits }: { id: string; node: FlowNode; field: Field; limits: Limits }) => {
  const editor = useEditor()
  const words = useStepWords()
  const edited = editorOf(field.kind)
  if (!edited || !isAsked(node, field)) return null
  const editorOfIt = createElement(edited, {
    id,
    node,
    field,
    ...words.fieldWords(node.type, field.key),
    choiceName: (value: string) => words.choiceName(node.type, field.key, value),
    limits,
    change: (value: unknown, part = '') =>
      editor.edit((definition) => editStep(definition, id, { ...proposedBy(node, field, value), [field.key]: value }), `${id}.${field.key}.${part}`),
    settle: editor.settle,
  })
  return (
    <div data-field={field.key} className="contents">
      {editorOfIt}
    </div>
  )
}

/** Everything about one step, rendered from what its type declares. */
export const StepForm = ({ id, limits }: { id: string; limits: Limits }) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const words = useStepWords()
  const mayManage = useCan('flows.manage')
  const node = useDefinition((definition) => nodeAt(definition, id))
  const form = useFirstField(id)
  const [opened] = useState(() => node !== undefined && fieldsOf(node.type).some((field) => field.more && field.kind !== 'next' && holdsSomething(node, field)))
  if (!node) return null
  const render = (field: Field) => <OneField key={`${id}.${field.key}`} id={id} node={node} field={field} limits={limits} />
  const fields = fieldsOf(node.type)
  const more = fields.filter((field) => field.more && editorOf(field.kind) && isAsked(node, field))
  return (
    <form ref={form} data-step-form={id} data-own-keys noValidate onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-4 p-4">
      <p className="text-sm text-fg-2">{words.typeHint(node.type)}</p>
      <fieldset disabled={!mayManage} className="contents">
        {fields.filter((field) => !field.more).map(render)}
        <Ways id={id} />
        <details open={opened}>
          <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('form.more')}</summary>
          <div className="mt-3 flex flex-col gap-4">
            {more.map(render)}
            <TextField
              label={t('form.label')}
              hint={t('form.label_hint')}
              value={node.label ?? ''}
              maxLength={100}
              autoComplete="off"
              dir="auto"
              onChange={({ target }) => editor.edit((definition) => editStep(definition, id, { label: target.value || undefined }), `${id}.label`)}
              onBlur={editor.settle}
            />
          </div>
        </details>
      </fieldset>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <Button size="sm" icon={Play} keys="Mod+Enter" onClick={() => acts.testFrom(id)}>
          {t('act.test_from')}
        </Button>
        {mayManage && (
          <>
            <Button size="sm" icon={Copy} onClick={() => acts.duplicate([id])}>
              {t('act.duplicate')}
            </Button>
            <Button size="sm" icon={MoveRight} onClick={() => acts.ask({ what: 'move', id })}>
              {t('act.move')}
            </Button>
            <Button size="sm" icon={Trash2} onClick={() => acts.remove([id])}>
              {t('act.remove')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
