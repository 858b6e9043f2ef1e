import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { type FieldProps, listOf, valueOf } from '../form/field-props.ts'
import { type Place, useCampaigns, useChannels } from '../language/places.ts'

/** Any of those that there are. */
const Several = ({ node, field, label, hint, change, settle, items, none }: FieldProps & { items: readonly Place[]; none: string }) => {
  const chosen = listOf<string>(node, field.key)
  const set = (id: string, on: boolean) => {
    change(on ? [...chosen, id] : chosen.filter((one) => one !== id))
    settle()
  }
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-fg-2">{label}</legend>
      {hint && <p className="mb-1 text-xs text-fg-3">{hint}</p>}
      {items.map(({ id, name }) => (
        <label key={id} className="flex min-h-7 items-center gap-2 text-sm touch:min-h-11">
          <input type="checkbox" className="size-4 shrink-0 accent-primary" checked={chosen.includes(id)} onChange={({ target }) => set(id, target.checked)} />
          <span className="min-w-0 wrap-anywhere">{name}</span>
        </label>
      ))}
      {items.length === 0 && <p className="text-sm text-fg-2">{none}</p>}
    </fieldset>
  )
}

export const ChannelsField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return <Several {...props} items={useChannels()} none={t('form.no_channels')} />
}
export const CampaignsField = (props: FieldProps) => {
  const { t } = useTexts('flows')
  return <Several {...props} items={useCampaigns()} none={t('form.no_campaigns')} />
}

export const ChannelField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const channels = useChannels()
  const chosen = valueOf(node, field.key)
  return (
    <SelectField
      label={label}
      hint={hint}
      value={typeof chosen === 'string' ? chosen : ''}
      options={[{ value: '', label: t('form.none') }, ...channels.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => {
        change(id === '' ? null : id)
        settle()
      }}
    />
  )
}
