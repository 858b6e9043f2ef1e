import type { FlowNode, MessageTemplate } from '@chasqui/contracts'
import {
  templateComponents,
  templateFile,
  templatePreview,
  type TemplateValues,
  templateValuesIn,
  type TemplateVariable,
  templateVariables,
} from '@chasqui/contracts/template-filling'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { FilledText } from '#ui/filled-text.tsx'
import { TextField } from '#ui/text-field.tsx'
import { editStep } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import type { FieldProps } from './field-props.ts'
import { templateKey, TemplateSelect, useTemplates } from './template-select.tsx'
import { useVariables } from './use-variables.ts'
import { useTyped } from './use-typed.ts'

type TemplateStep = Extract<FlowNode, { type: 'template' }>

/** A flow has no file or place to put above a template. */
const isOfWords = (template: MessageTemplate): boolean => templateFile(template) === null && template.header?.format !== 'location'

const partOf = (template: MessageTemplate, values: TemplateValues): Pick<TemplateStep, 'template' | 'components' | 'preview'> => ({
  template: { name: template.name, language: template.language },
  components: templateComponents(template, values),
  preview: templatePreview(template, values)
    .map(({ kind, text }) => (kind === 'missing' ? '…' : text))
    .join('')
    .slice(0, 4096),
})

const useVariableLabel = () => {
  const { t } = useTexts('flows')
  return ({ place, name, button }: TemplateVariable): string => {
    if (place === 'coupon') return t('template.coupon')
    if (place === 'button') return t('template.in_button', { number: button + 1 })
    return t(place === 'header' ? 'template.in_header' : 'template.in_body', { name })
  }
}

type PlaceInputProps = { label: string; hint: string | undefined; value: string; list: string; onChange: (value: string) => void; onSettle: () => void }

/** What is kept has no spaces at its end; while somebody writes they are there. */
const PlaceInput = ({ label, hint, value, list, onChange, onSettle }: PlaceInputProps) => {
  const [typed, setTyped] = useTyped<string | null>(null)
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? value}
      list={list}
      maxLength={1000}
      autoComplete="off"
      dir="auto"
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value)
      }}
      onBlur={() => {
        setTyped(null)
        onSettle()
      }}
    />
  )
}

/** A template that its provider approved, what stands in its places, and what the customer will read. */
export const TemplateField = ({ id, node, label, hint }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useId()
  const editor = useEditor()
  const templates = useTemplates(isOfWords)
  const variables = useVariables()
  const labelOf = useVariableLabel()
  if (node.type !== 'template') return null
  const { template: chosenName, components, preview } = node
  const chosen = chosenName ? templates.get(templateKey(chosenName)) : undefined
  const values = chosen ? templateValuesIn(chosen, components) : {}
  const put = (part: Partial<TemplateStep>, mark: string) => editor.edit((definition) => editStep(definition, id, part), `${id}.template.${mark}`)
  const choose = (template: MessageTemplate | null) => {
    // What was written for one with the same places stays.
    put(template ? partOf(template, values) : { template: null, components: [], preview: undefined }, 'choice')
    editor.settle()
  }
  const gone = chosenName && !chosen
  return (
    <div className="flex flex-col gap-2">
      <TemplateSelect label={label} hint={hint} chosen={chosenName} templates={templates} onChoose={choose} />
      {templates.size === 0 && <p className="text-xs text-fg-3">{t('template.none')}</p>}
      {gone && templates.size > 0 && <p className="text-xs font-semibold text-danger">{t('template.gone')}</p>}
      {chosen &&
        templateVariables(chosen).map((variable, index) => (
          <PlaceInput
            key={`${templateKey(chosen)} ${variable.key}`}
            label={labelOf(variable)}
            hint={index === 0 ? t('form.place_hint', { variable: '{{contact.name}}' }) : undefined}
            value={values[variable.key] ?? ''}
            list={list}
            onChange={(value) => put(partOf(chosen, { ...values, [variable.key]: value }), variable.key)}
            onSettle={editor.settle}
          />
        ))}
      <datalist id={list}>
        {variables.map((name) => (
          <option key={name} value={`{{${name}}}`}>
            {name}
          </option>
        ))}
      </datalist>
      {(chosen ?? preview) && (
        <figure className="m-0">
          <figcaption className="mb-1 text-xs text-fg-3">{t('template.preview')}</figcaption>
          <p className="rounded-card rounded-tl-xs bg-bubble-in px-2.5 py-2 text-sm shadow-low">
            {chosen ? <FilledText pieces={templatePreview(chosen, values)} /> : preview}
          </p>
          {chosen && chosen.buttons.length > 0 && (
            <ul aria-label={t('template.buttons')} className="mt-1 flex flex-wrap gap-1">
              {chosen.buttons.map(({ text }, index) => (
                <li key={index} className="rounded-control border border-line px-2 py-0.5 text-xs text-fg-2">
                  {text}
                </li>
              ))}
            </ul>
          )}
        </figure>
      )}
    </div>
  )
}
