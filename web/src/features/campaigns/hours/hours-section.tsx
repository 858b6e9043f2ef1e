import type { SpecialDay } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from '../editor/editor.ts'
import { Section } from '../editor/section.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { OpenNow } from './open-now.tsx'
import { SpecialDays } from './special-days.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekList } from './week-list.tsx'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))]
const byDate = (one: SpecialDay, other: SpecialDay) => one.date.localeCompare(other.date)

/** When somebody is there: the week, holidays, special days, and whose clock it is. */
export const HoursSection = () => {
  const { t } = useTexts('campaigns')
  const tenant = useTenant()
  const { draft, change, errorAt, locked } = useEditor()
  const { hours } = draft
  const set = (part: Partial<typeof hours>) => change({ hours: { ...hours, ...part } })
  const own = draft.timeZone !== null && !zones.includes(draft.timeZone) ? [draft.timeZone] : []
  return (
    <Section title={t('hours.title')}>
      <Switch label={t('hours.always')} hint={t('hours.always_hint')} checked={hours.always} disabled={locked} onChange={(always) => set({ always })} />
      <SelectField
        label={t('hours.zone')}
        value={draft.timeZone ?? ''}
        disabled={locked}
        error={errorAt('timeZone')}
        options={[
          { value: '', label: t('hours.zone_of_business', { zone: tenant.timeZone.replaceAll('_', ' ') }) },
          ...[...own, ...zones].map((value) => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
        onChange={(zone) => change({ timeZone: zone || null })}
      />
      {!hours.always && (
        <>
          <WeekGrid weekly={hours.weekly} disabled={locked} onChange={(weekly) => set({ weekly })} />
          <WeekList weekly={hours.weekly} disabled={locked} onChange={(weekly) => set({ weekly })} />
          <HolidaysPart
            country={hours.holidays}
            special={hours.special}
            disabled={locked}
            error={errorAt('hours.holidays')}
            onCountry={(holidays) => set({ holidays })}
            onOpen={(day) => set({ special: [...hours.special, day].toSorted(byDate) })}
          />
          <SpecialDays days={hours.special} disabled={locked} error={errorAt('hours.special')} onChange={(special) => set({ special })} />
        </>
      )}
      <OpenNow />
    </Section>
  )
}
