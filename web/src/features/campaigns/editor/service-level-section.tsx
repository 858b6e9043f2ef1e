import type { CampaignSettings } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useFormat } from '#lib/format.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from './editor.ts'
import { Section } from './section.tsx'

type Level = CampaignSettings['serviceLevel']
type Targets = Pick<Level, 'firstResponse' | 'nextResponse' | 'resolution'>
const metrics = ['firstResponse', 'nextResponse', 'resolution'] as const
const priorities = ['urgent', 'high', 'low'] as const
const choices = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800]
const warnings = [50, 60, 70, 80, 90]

const Target = ({ label, value, disabled, onChange }: { label: string; value: number | null; disabled: boolean; onChange: (value: number | null) => void }) => {
  const { t } = useTexts('campaigns')
  const format = useFormat()
  const offered = value === null || choices.includes(value) ? choices : [...choices, value].toSorted((one, other) => one - other)
  return (
    <select
      aria-label={label}
      className={classNames(inputLook, 'control px-2!')}
      value={value ?? ''}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value ? Number(target.value) : null)}
    >
      <option value="">{t('level.none')}</option>
      {offered.map((seconds) => (
        <option key={seconds} value={seconds}>
          {format.duration(seconds)}
        </option>
      ))}
    </select>
  )
}

const Row = ({ name, targets, disabled, onChange }: { name: string; targets: Targets; disabled: boolean; onChange: (targets: Targets) => void }) => {
  const { t } = useTexts('campaigns')
  return (
    <div role="group" aria-label={name} className="grid grid-cols-1 gap-2 tablet:grid-cols-[120px_1fr_1fr_1fr] tablet:items-center">
      <span className="text-sm font-medium">{name}</span>
      {metrics.map((metric) => (
        <label key={metric} className="flex flex-col gap-1">
          <span className="text-xs text-fg-3">{t(`level.${metric}`)}</span>
          <Target
            label={t('level.target', { metric: t(`level.${metric}`), priority: name })}
            value={targets[metric]}
            disabled={disabled}
            onChange={(value) => onChange({ ...targets, [metric]: value })}
          />
        </label>
      ))}
    </div>
  )
}

/** What conversations are owed in business time, and what differs by their priority. */
export const ServiceLevelSection = () => {
  const { t } = useTexts('campaigns')
  const format = useFormat()
  const { draft, change, errorAt, locked } = useEditor()
  const level = draft.serviceLevel
  const set = (part: Partial<Level>) => change({ serviceLevel: { ...level, ...part } })
  const { firstResponse, nextResponse, resolution } = level
  const base = { firstResponse, nextResponse, resolution }
  return (
    <Section title={t('level.title')} hint={t('level.hint')}>
      <Row name={t('level.normal')} targets={base} disabled={locked} onChange={set} />
      {priorities.map((priority) => {
        const own = level.byPriority[priority]
        const { [priority]: _dropped, ...rest } = level.byPriority
        return (
          <div key={priority} className="flex flex-col gap-2 border-t border-line pt-2">
            <Switch
              label={t('level.differs', { priority: t(`level.${priority}`) })}
              checked={own !== undefined}
              disabled={locked}
              onChange={(on) => set({ byPriority: on ? { ...level.byPriority, [priority]: base } : rest })}
            />
            {own && (
              <Row
                name={t(`level.${priority}`)}
                targets={own}
                disabled={locked}
                onChange={(targets) => set({ byPriority: { ...level.byPriority, [priority]: targets } })}
              />
            )}
          </div>
        )
      })}
      <SelectField
        label={t('level.warn')}
        value={String(level.warnAt)}
        disabled={locked}
        error={errorAt('serviceLevel')}
        options={[...new Set([...warnings, level.warnAt])]
          .toSorted((one, other) => one - other)
          .map((value) => ({ value: String(value), label: format.percent(value / 100) }))}
        onChange={(warnAt) => set({ warnAt: Number(warnAt) })}
      />
    </Section>
  )
}
