import { templateRoutes } from '@chasqui/contracts/http/templates'
import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { type FieldProps, listOf } from '../form/field-props.ts'

/** Names of all templates of the channels, each once; null while nobody knows. Also of those that only programs can fill in: they are answered, too. */
const useTemplateNames = (): readonly string[] | null => {
  const { data } = useQuery({ ...asked(templateRoutes.list, { query: { limit: 200 } }), enabled: useCan('conversations.read') })
  return data ? [...new Set(data.items.map(({ name }) => name))] : null
}

/** Templates by their names, whatever their language; one that is gone is named as long as it is chosen. */
export const TemplatesField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const known = useTemplateNames()
  const chosen = listOf<string>(node, field.key)
  const left = (known ?? []).filter((name) => !chosen.includes(name))
  const put = (next: string[]) => {
    change(next)
    settle()
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="text-xs text-fg-3">{hint}</p>}
      {chosen.map((name) => (
        <div key={name} className="flex items-center gap-2 text-sm">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {name}
            {known && !known.includes(name) && <span className="block text-xs font-semibold text-danger">{t('template.gone')}</span>}
          </span>
          <IconButton icon={Trash2} size="sm" label={t('form.remove_named', { name })} onClick={() => put(chosen.filter((one) => one !== name))} />
        </div>
      ))}
      {left.length > 0 && chosen.length < (field.most ?? 20) && (
        <SelectField
          label={t('form.add_template')}
          value=""
          options={[{ value: '', label: t('form.none') }, ...left.map((name) => ({ value: name, label: name }))]}
          onChange={(name) => name !== '' && put([...chosen, name])}
        />
      )}
      {known?.length === 0 && <p className="text-sm text-fg-2">{t('form.no_templates')}</p>}
    </fieldset>
  )
}
