import type { RoutingRules, RoutingStrategy } from '@chasqui/contracts'
import { Plus, X } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from './editor.ts'
import { SkillNeeds } from './skill-needs.tsx'

const weighed = ['round_robin', 'least_busy', 'skills', 'agent_priority', 'last_agent'] as const

/** How the next agent is found: as the campaign says, or by rules of its own; and what they have to be good at. */
export const RoutingSection = () => {
  const { t } = useTexts('queues')
  const { draft, names, change, errorAt, locked } = useEditor()
  const campaign = names.campaigns.find(({ id }) => id === draft.campaignId)
  const rules = draft.routing
  return (
    <Section title={t('routing.title')} hint={t('routing.hint')}>
      <Switch
        label={t('routing.own')}
        hint={t('routing.own_hint', { rules: (campaign?.routing ?? []).map(({ strategy }) => t(`strategy.${strategy}`)).join(' + ') || '–' })}
        checked={rules !== null}
        disabled={locked}
        onChange={(own) => change({ routing: own ? (campaign?.routing ?? [{ strategy: 'round_robin', weight: 100 }]) : null })}
      />
      {rules && <Rules rules={rules} disabled={locked} onChange={(routing) => change({ routing })} />}
      {errorAt('routing') && (
        <p role="alert" className="text-sm text-danger">
          {errorAt('routing')}
        </p>
      )}
      <SkillNeeds legend={t('skill.required')} needs={draft.requiredSkills} onChange={(requiredSkills) => change({ requiredSkills })} />
      <SkillNeeds legend={t('skill.preferred')} needs={draft.preferredSkills} onChange={(preferredSkills) => change({ preferredSkills })} />
    </Section>
  )
}

const Rules = ({ rules, disabled, onChange }: { rules: RoutingRules; disabled: boolean; onChange: (rules: RoutingRules) => void }) => {
  const { t } = useTexts('queues')
  const { percent } = useFormat()
  const next = weighed.find((one) => rules.every(({ strategy }) => strategy !== one))
  const sum = rules.reduce((all, { weight }) => all + weight, 0)
  const put = (at: number, part: Partial<RoutingRules[number]>) => onChange(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)))
  const offeredTo = (own: RoutingStrategy): RoutingStrategy[] => [
    ...weighed.filter((one) => one === own || rules.every(({ strategy }) => strategy !== one)),
    ...(rules.length === 1 ? (['manual'] as const) : []),
  ]
  return (
    <>
      <ol aria-label={t('routing.title')} className="flex flex-col gap-2">
        {rules.map(({ strategy, weight }, at) => (
          <li key={strategy} className="flex flex-wrap items-end gap-3">
            <SelectField
              className="min-w-44 flex-1"
              label={t('routing.rule', { number: at + 1 })}
              value={strategy}
              disabled={disabled}
              options={offeredTo(strategy).map((value) => ({ value, label: t(`strategy.${value}`) }))}
              onChange={(value) => put(at, { strategy: value })}
            />
            {rules.length > 1 && (
              <label className="flex h-10 min-w-40 flex-1 items-center gap-3 text-sm text-fg-2">
                {t('routing.weight', { share: percent(weight / sum) })}
                <input
                  type="range"
                  className="h-6 min-w-20 flex-1 accent-primary"
                  aria-label={t('routing.weight_of', { rule: t(`strategy.${strategy}`) })}
                  aria-valuetext={percent(weight / sum)}
                  min={1}
                  max={100}
                  value={weight}
                  disabled={disabled}
                  onChange={({ target }) => put(at, { weight: Number(target.value) })}
                />
              </label>
            )}
            {rules.length > 1 && !disabled && (
              <IconButton
                icon={X}
                label={t('routing.remove', { rule: t(`strategy.${strategy}`) })}
                onClick={() => onChange(rules.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      {next && rules[0]?.strategy !== 'manual' && !disabled && (
        <Button icon={Plus} className="self-start" onClick={() => onChange([...rules, { strategy: next, weight: 50 }])}>
          {t('routing.add')}
        </Button>
      )}
    </>
  )
}
