import type { Channel, ChannelAbilities } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { profileOf, profiles, setProfile } from '../data/use-line.ts'

/** What one notices of a channel's limits, one line each. */
const useLimits = () => {
  const { t } = useTexts('simulator')
  return ({ buttons, list, templates, serviceWindowHours, readReceipts }: ChannelAbilities): string[] => [
    buttons ? t('profile.buttons', { count: buttons.max }) : t('profile.no_buttons'),
    list ? t('profile.list', { count: list.rows }) : t('profile.no_list'),
    serviceWindowHours === null ? t('profile.no_window') : t('profile.window', { hours: serviceWindowHours }),
    t(templates ? 'profile.templates' : 'profile.no_templates'),
    t(readReceipts ? 'profile.receipts' : 'profile.no_receipts'),
  ]
}

/** Whose limits the number of the business has. What the bot and the team send is fitted to them from the next message on. */
export const ProfileControl = ({ line }: { line: Channel }) => {
  const { t } = useTexts('simulator')
  const limits = useLimits()
  return (
    <>
      <SelectField
        label={t('profile.label')}
        hint={t('profile.hint')}
        value={profileOf(line)}
        options={profiles.map((value) => ({ value, label: t(`profile.name.${value}`) }))}
        onChange={(profile) => void setProfile(line.id, profile)}
      />
      <ul className="list-disc pl-5 text-sm text-fg-2">
        {limits(line.abilities).map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  )
}
