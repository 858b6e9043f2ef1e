import type { CampaignSettings, RoutingStrategy } from '@chasqui/contracts'
import { Plus, X } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useEditor } from '../editor/editor.ts'
import { Section } from '../editor/section.tsx'

type Rules = CampaignSettings['routing']
const weighed = ['round_robin', 'least_busy', 'skills', 'agent_priority', 'last_agent'] as const
const acceptance = ['', '30', '60', '120', '300', '600', '900', '1800', '3600'] as const
const absences = ['waiting', 'all', 'none'] as const
const memory = [8, 24, 72, 168, 720] as const

/** One rule as a sentence, with how much it counts beside the others. */
const Rule = ({ rules, at, disabled, onChange }: { rules: Rules; at: number; disabled: boolean; onChange: (rules: Rules) => void }) => {
  const { t } = useTexts('campaigns')
  const format = useFormat()
  const { strategy, weight } = rules[at]!
  const sum = rules.reduce((all, rule) => all + rule.weight, 0)
  const free = weighed.filter((one) => one === strategy || rules.every((rule) => rule.strategy !== one))
  const offered: readonly RoutingStrategy[] = rules.length === 1 ? [...free, 'manual'] : free
  return (
    <li className="flex flex-col gap-2 rounded-control border border-line p-3">
      <div className="flex items-end gap-2">
        <SelectField
          className="min-w-0 flex-1"
          label={t('routing.rule', { number: at + 1 })}
          value={strategy}
          disabled={disabled}
          options={offered.map((value) => ({ value, label: t(`strategy.${value}`) }))}
          onChange={(next) => onChange(rules.map((rule, index) => (index === at ? { ...rule, strategy: next } : rule)))}
        />
        {rules.length > 1 && !disabled && (
          <IconButton
            icon={X}
            label={t('routing.remove', { rule: t(`strategy.${strategy}`) })}
            onClick={() => onChange(rules.filter((_, index) => index !== at))}
          />
        )}
      </div>
      <p className="text-sm text-fg-2">{t(`sentence.${strategy}`)}</p>
      {rules.length > 1 && (
        <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="text-fg-2">{t('routing.weight', { share: format.percent(weight / sum) })}</span>
          <input
            type="range"
            className="h-6 min-w-40 flex-1 accent-primary"
            aria-label={t('routing.weight_of', { rule: t(`strategy.${strategy}`) })}
            aria-valuetext={format.percent(weight / sum)}
            min={1}
            max={100}
            value={weight}
            disabled={disabled}
            onChange={({ target }) => onChange(rules.map((rule, index) => (index === at ? { ...rule, weight: Number(target.value) } : rule)))}
          />
        </label>
      )}
    </li>
  )
}

/** How the next agent is found, how long they have to accept, and what becomes of the conversations of whoever leaves. */
export const RoutingSection = () => {
  const { t } = useTexts('campaigns')
  const format = useFormat()
  const { draft, change, errorAt, locked } = useEditor()
  const rules = draft.routing
  const next = weighed.find((one) => rules.every(({ strategy }) => strategy !== one))
  const manual = rules[0]?.strategy === 'manual'
  const seconds = String(draft.acceptanceSeconds ?? '')
  const memories = [...new Set([...memory, draft.lastAgentHours])].toSorted((one, other) => one - other)
  return (
    <Section title={t('routing.title')} hint={t('routing.hint')}>
      <ol aria-label={t('routing.title')} className="flex flex-col gap-2">
        {rules.map(({ strategy }, index) => (
          <Rule key={strategy} rules={rules} at={index} disabled={locked} onChange={(routing) => change({ routing })} />
        ))}
      </ol>
      {errorAt('routing') && (
        <p role="alert" className="text-sm text-danger">
          {errorAt('routing')}
        </p>
      )}
      {next && !manual && !locked && (
        <Button icon={Plus} className="self-start" onClick={() => change({ routing: [...rules, { strategy: next, weight: 50 }] })}>
          {t('routing.add')}
        </Button>
      )}
      {rules.some(({ strategy }) => strategy === 'last_agent') && (
        <SelectField
          label={t('routing.memory')}
          value={String(draft.lastAgentHours)}
          disabled={locked}
          options={memories.map((hours) => ({ value: String(hours), label: format.duration(hours * 3600) }))}
          onChange={(hours) => change({ lastAgentHours: Number(hours) })}
        />
      )}
      <SelectField
        label={t('routing.acceptance')}
        hint={t('routing.acceptance_hint')}
        value={seconds}
        disabled={locked}
        options={[...new Set([...acceptance, seconds])].map((value) => ({ value, label: value ? format.duration(Number(value)) : t('routing.no_acceptance') }))}
        onChange={(value) => change({ acceptanceSeconds: value ? Number(value) : null })}
      />
      <SelectField
        label={t('routing.absent')}
        value={draft.whenAbsent}
        disabled={locked}
        options={absences.map((value) => ({ value, label: t(`absent.${value}`) }))}
        onChange={(whenAbsent) => change({ whenAbsent })}
      />
    </Section>
  )
}
