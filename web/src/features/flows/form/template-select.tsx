import type { MessageTemplate } from '@chasqui/contracts'
import { templateRoutes } from '@chasqui/contracts/http/templates'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { SelectField } from '#ui/select-field.tsx'

export type TemplateName = { name: string; language: string }
export type Templates = ReadonlyMap<string, MessageTemplate>

export const templateKey = ({ name, language }: TemplateName): string => `${name} ${language}`

/** Those that may be sent and fit, of one channel or all. Several channels may have the same template: it is chosen once. */
export const useTemplates = (fits: (template: MessageTemplate) => boolean, channelId?: string): Templates => {
  const { data } = useQuery({
    ...asked(templateRoutes.list, { query: { limit: 200, usable: 'true', ...(channelId !== undefined && { channelId }) } }),
    enabled: useCan('conversations.read'),
  })
  return new Map((data?.items ?? []).filter(fits).map((template) => [templateKey(template), template]))
}

type TemplateSelectProps = {
  label: string
  hint: string | undefined
  chosen: TemplateName | null
  templates: Templates
  /** Null takes the choice back. */
  onChoose: (template: MessageTemplate | null) => void
}

/** By name and language; one that is gone is named as long as it is chosen. */
export const TemplateSelect = ({ label, hint, chosen, templates, onChoose }: TemplateSelectProps) => {
  const { t } = useTexts('flows')
  const labelOf = ({ name, language }: TemplateName) => `${name} · ${language}`
  const gone = chosen && !templates.has(templateKey(chosen)) ? [{ value: templateKey(chosen), label: labelOf(chosen) }] : []
  return (
    <SelectField
      label={label}
      hint={hint}
      value={chosen ? templateKey(chosen) : ''}
      options={[{ value: '', label: t('form.none') }, ...gone, ...[...templates].map(([value, template]) => ({ value, label: labelOf(template) }))]}
      onChange={(key) => {
        const template = templates.get(key)
        if (template ?? key === '') onChoose(template ?? null)
      }}
    />
  )
}
