import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useChannels } from '../../data/use-channels.ts'

type GoesOn = { value: string; disabled: boolean; onChange: (channelId: string) => void }

/** The WhatsApp of the business by which visitors may go on; a channel that is gone stands as one without a name. */
export const GoesOnField = ({ value, disabled, onChange }: GoesOn) => {
  const { t } = useTexts('webchat')
  const { data } = useChannels()
  const offered = (data ?? []).filter(({ kind, address }) => (kind === 'whatsapp-cloud' || kind === 'whatsapp-web') && address !== null)
  const isGone = value !== '' && data !== undefined && !offered.some(({ id }) => id === value)
  return (
    <SelectField
      label={t('goes_on.label')}
      hint={t('goes_on.hint')}
      value={value}
      disabled={disabled}
      options={[
        { value: '', label: t('goes_on.no') },
        ...(isGone ? [{ value, label: t('goes_on.gone') }] : []),
        ...offered.map(({ id, name, address }) => ({ value: id, label: `${name} · ${address ?? ''}` })),
      ]}
      onChange={onChange}
    />
  )
}
