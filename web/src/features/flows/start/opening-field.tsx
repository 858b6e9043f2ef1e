import type { MessageTemplate } from '@chasqui/contracts'
import { templateRoutes } from '@chasqui/contracts/http/templates'
import { templateVariables } from '@chasqui/contracts/template-filling'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type FieldProps, valueOf } from '../form/field-props.ts'

type Opening = { name: string; language: string; values: string[] }

const keyOf = ({ name, language }: Pick<Opening, 'name' | 'language'>): string => `${name} ${language}`

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
  const { data } = useQuery({
    ...asked(templateRoutes.list, { query: { limit: 100, usable: 'true', ...(typeof channelId === 'string' && { channelId }) } }),
    enabled: useCan('conversations.read'),
  })
  const templates = new Map((data?.items ?? []).flatMap((template) => (placesOf(template) === null ? [] : [[keyOf(template), template] as const])))
  const stored = opening && !templates.has(keyOf(opening)) ? [{ value: keyOf(opening), label: `${opening.name} · ${opening.language}` }] : []
  const chosen = opening && templates.get(keyOf(opening))
  const values = opening?.values ?? []
  const places = chosen ? placesOf(chosen)! : values.length
  const choose = (key: string) => {
    const template = templates.get(key)
    if (key === '') change(undefined)
    else if (template) {
      const { name, language } = template
      change({ name, language, values: Array.from({ length: placesOf(template)! }, () => '') })
    }
    settle()
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={label}
        hint={hint}
        value={opening ? keyOf(opening) : ''}
        options={[
          { value: '', label: t('form.none') },
          ...stored,
          ...[...templates].map(([value, { name, language }]) => ({ value, label: `${name} · ${language}` })),
        ]}
        onChange={choose}
      />
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
            onChange={({ target }) => change({ ...opening, values: Array.from({ length: places }, (__, at) => (at === index ? target.value : (values[at] ?? ''))) }, String(index))}
            onBlur={settle}
          />
        ))}
    </div>
  )
}
