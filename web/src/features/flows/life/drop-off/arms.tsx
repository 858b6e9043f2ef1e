import type { Arm, FlowDefinition, FlowNode } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Trophy } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { outputsOf } from '../../language/outputs.ts'
import { useStepWords } from '../../language/step-words.ts'
import { useSpan } from './use-drop-off.ts'

type Split = Extract<FlowNode, { type: 'ab_split' }>
type ArmsOfProps = { flowId: string; id: string; split: Split; definition: FlowDefinition }

const outcomes = ['finished', 'transferred', 'closed'] as const
type Outcome = (typeof outcomes)[number]
const isOutcome = (goal: string): goal is `=${Outcome}` => goal.startsWith('=')

/** The share of an arm, and between which shares the true one lies. */
const Interval = ({ arm: { rate, low, high } }: { arm: Arm }) => (
  <span aria-hidden className="relative block h-2 rounded-full bg-surface-3">
    <span className="absolute inset-y-0 rounded-full bg-primary/45" style={{ left: `${low * 100}%`, width: `${Math.max(1, (high - low) * 100)}%` }} />
    <span className="absolute -inset-y-0.5 w-[3px] rounded-full bg-primary" style={{ left: `calc(${rate * 100}% - 1px)` }} />
  </span>
)

const ArmsOf = ({ flowId, id, split, definition }: ArmsOfProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const span = useSpan()
  const [goal, setGoal] = useState<string>(split.goal ?? '=finished')
  const wish = isOutcome(goal) ? { goalOutcome: goal.slice(1) as Outcome } : { goalStep: goal }
  const { data, error, refetch } = useQuery({
    ...asked(flowRoutes.arms, { params: { id: flowId }, query: { ...span, step: id, ...wish } }),
    placeholderData: keepPreviousData,
  })
  const nameOf = (way: string | null) => {
    const output = outputsOf(split).find((known) => known.id === way)
    return output ? words.outputNameAt(definition, id, output) : t('drop.other_way')
  }
  return (
    <section aria-label={words.nameOf(definition, id)} className="flex flex-col gap-3 rounded-card border border-line p-3">
      <h4 className="text-sm font-semibold">{words.nameOf(definition, id)}</h4>
      <SelectField
        label={t('arms.goal')}
        value={goal}
        options={[
          ...outcomes.map((outcome) => ({ value: `=${outcome}`, label: t(`arms.${outcome}`) })),
          ...Object.keys(definition.nodes)
            .filter((step) => step !== id)
            .map((step) => ({ value: step, label: t('arms.comes_to', { step: words.nameOf(definition, step) }) })),
        ]}
        onChange={setGoal}
      />
      {error && <ErrorState title={t('drop.failed')} error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <ul className="flex flex-col gap-3">
            {data.arms.map((arm) => (
              <li key={arm.way} className="flex flex-col gap-1 text-sm">
                <span className="flex items-center gap-2">
                  <b className="min-w-0 flex-1 truncate font-medium">{nameOf(arm.way)}</b>
                  {data.best !== null && data.best === arm.way && (
                    <Chip tone="success" icon={Trophy}>
                      {t('arms.best')}
                    </Chip>
                  )}
                  <span className="tabular">{format.percent(arm.rate)}</span>
                </span>
                <Interval arm={arm} />
                <span className="text-xs text-fg-2 tabular">
                  {t('arms.reached', { reached: format.number(arm.reached), count: arm.people })} ·{' '}
                  {t('arms.between', { low: format.percent(arm.low), high: format.percent(arm.high) })}
                </span>
              </li>
            ))}
          </ul>
          <p role="status" className="text-sm">
            {data.verdict === 'difference' && data.best !== null
              ? t('arms.difference', { name: nameOf(data.best) })
              : t('arms.no_difference', { needed: format.number(data.needed) })}
          </p>
        </>
      )}
    </section>
  )
}

/** How the variants of each split do, once there are splits. */
export const Arms = ({ flowId, definition }: { flowId: string; definition: FlowDefinition }) => {
  const { t } = useTexts('flows')
  const splits = Object.entries(definition.nodes).flatMap(([id, node]) => (node.type === 'ab_split' ? [{ id, split: node }] : []))
  if (splits.length === 0) return null
  return (
    <section aria-label={t('arms.title')} className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{t('arms.title')}</h3>
      {splits.map(({ id, split }) => (
        <ArmsOf key={id} flowId={flowId} id={id} split={split} definition={definition} />
      ))}
    </section>
  )
}
