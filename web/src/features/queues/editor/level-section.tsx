import type { ServiceLevel } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from './editor.ts'

type Targets = Pick<ServiceLevel, 'firstResponse' | 'nextResponse' | 'resolution'>
const metrics = ['firstResponse', 'nextResponse', 'resolution'] as const
const priorities = ['urgent', 'high', 'low'] as const
const times = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800]
const warnings = [50, 60, 70, 80, 90]
const none: ServiceLevel = { firstResponse: null, nextResponse: null, resolution: null, warnAt: 80, byPriority: {} }

const ascending = (values: readonly number[], ...more: (number | null)[]) =>
  [...new Set([...values, ...more.filter((one) => one !== null)])].toSorted((one, other) => one - other)

const TargetFields = ({ name, targets, onChange }: { name: string; targets: Targets; onChange: (targets: Targets) => void }) => {
  const { t } = useTexts('queues')
  const { duration } = useFormat()
  const { locked } = useEditor()
  return (
    <div role="group" aria-label={name} className="grid gap-3 tablet:grid-cols-3">
      {metrics.map((metric) => (
        <SelectField
          key={metric}
          label={t(`level.${metric}`)}
          value={String(targets[metric] ?? '')}
          disabled={locked}
          options={[
            { value: '', label: t('level.none') },
            ...ascending(times, targets[metric]).map((value) => ({ value: String(value), label: duration(value) })),
          ]}
          onChange={(value) => onChange({ ...targets, [metric]: value ? Number(value) : null })}
        />
      ))}
    </div>
  )
}

/** What is owed in this queue in business time: as the campaign says, or times of its own. */
export const LevelSection = () => {
  const { t } = useTexts('queues')
  const { percent } = useFormat()
  const { draft, names, change, errorAt, locked } = useEditor()
  const level = draft.serviceLevel
  const put = (part: Partial<ServiceLevel>) => level && change({ serviceLevel: { ...level, ...part } })
  const own = () => names.campaigns.find(({ id }) => id === draft.campaignId)?.serviceLevel ?? none
  return (
    <Section title={t('level.title')} hint={t('level.hint')}>
      <Switch
        label={t('level.own')}
        hint={t('level.own_hint')}
        checked={level !== null}
        disabled={locked}
        onChange={(on) => change({ serviceLevel: on ? own() : null })}
      />
      {level && (
        <>
          <TargetFields name={t('level.normal')} targets={level} onChange={put} />
          {priorities.map((priority) => {
            const { [priority]: targets, ...rest } = level.byPriority
            const { firstResponse, nextResponse, resolution } = level
            return (
              <div key={priority} className="flex flex-col gap-2 border-t border-line pt-2">
                <Switch
                  label={t('level.differs', { priority: t(`level.${priority}`) })}
                  checked={targets !== undefined}
                  disabled={locked}
                  onChange={(on) => put({ byPriority: on ? { ...rest, [priority]: { firstResponse, nextResponse, resolution } } : rest })}
                />
                {targets && (
                  <TargetFields name={t(`level.${priority}`)} targets={targets} onChange={(next) => put({ byPriority: { ...rest, [priority]: next } })} />
                )}
              </div>
            )
          })}
          <SelectField
            label={t('level.warn')}
            value={String(level.warnAt)}
            disabled={locked}
            error={errorAt('serviceLevel')}
            options={ascending(warnings, level.warnAt).map((value) => ({ value: String(value), label: percent(value / 100) }))}
            onChange={(warnAt) => put({ warnAt: Number(warnAt) })}
          />
        </>
      )}
    </Section>
  )
}
