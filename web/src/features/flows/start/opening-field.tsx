import type { MessageTemplate } from '@chasqui/contracts'
import { templateVariables } from '@chasqui/contracts/template-filling'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, valueOf } from '../form/field-props.ts'
import { templateKey, type TemplateName, TemplateSelect, useTemplates } from '../form/template-select.tsx'

type Opening = TemplateName & { values: string[] }

/** The places of a template that an opening can fill: numbered ones in its text. Null where it has others, or a file above it. */
const placesOf = (template: MessageTemplate): number | null => {
  const variables = templateVariables(template)
  const isPlain = template.header === null || template.header.format === 'text'
  return isPlain && variables.every(({ place, name }) => place === 'body' && /^\d+$/.test(name)) ? variables.length : null
}

/** The template that reaches whom free words may not be written to any more, with what stands in its places. */
export const OpeningField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const opening = valueOf(node, field.key) as Opening | undefined
  const channelId = valueOf(node, 'channelId')
  const templates = useTemplates((template) => placesOf(template) !== null, typeof channelId === 'string' ? channelId : undefined)
  const chosen = opening && templates.get(templateKey(opening))
  const values = opening?.values ?? []
  const places = chosen ? placesOf(chosen)! : values.length
  const choose = (template: MessageTemplate | null) => {
    change(template ? { name: template.name, language: template.language, values: Array.from({ length: placesOf(template)! }, () => '') } : undefined)
    settle()
  }
  return (
    <div className="flex flex-col gap-2">
      <TemplateSelect label={label} hint={hint} chosen={opening ?? null} templates={templates} onChoose={choose} />
      {chosen && <p className="rounded-control bg-surface-2 px-2 py-1.5 text-sm whitespace-pre-wrap wrap-anywhere text-fg-2">{chosen.body}</p>}
      {opening &&
        Array.from({ length: places }, (_, index) => (
          <TextField
            key={index}
            label={t('form.place', { number: index + 1 })}
            hint={index === 0 ? t('form.place_hint', { variable: '{{contact.name}}' }) : undefined}
            value={values[index] ?? ''}
            maxLength={1000}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) =>
              change({ ...opening, values: Array.from({ length: places }, (__, at) => (at === index ? target.value : (values[at] ?? ''))) }, String(index))
            }
            onBlur={settle}
          />
        ))}
    </div>
  )
}
