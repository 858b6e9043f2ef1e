import type { FlowDefinition, FlowNode } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { same } from '@chasqui/flow/life/same'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { outputsOf } from '../../language/outputs.ts'
import { useStepWords } from '../../language/step-words.ts'
import { ArmList } from './arm-list.tsx'
import { askedGoal, type Goal, goalOf, goalsFor } from './goals.ts'
import { useMilestoneName } from './milestone-name.ts'
import { useSpan } from './use-drop-off.ts'

type Split = Extract<FlowNode, { type: 'ab_split' }>
type ArmsOfProps = { flowId: string; id: string; split: Split; definition: FlowDefinition }

const ArmsOf = ({ flowId, id, split, definition }: ArmsOfProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const span = useSpan()
  const milestoneName = useMilestoneName()
  const [goal, setGoal] = useState(() => goalOf(split))
  const goals = goalsFor(definition, id, split)
  const chosen = goals.findIndex((one) => same(one, goal))
  const goalName = (one: Goal) => {
    if ('outcome' in one) return t(`arms.${one.outcome}`)
    return 'step' in one ? t('arms.comes_to', { step: words.nameOf(definition, one.step) }) : milestoneName(one.milestone)
  }
  const { data, error, refetch } = useQuery({
    ...asked(flowRoutes.arms, { params: { id: flowId }, query: { ...span, step: id, ...askedGoal(goal) } }),
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
        value={String(chosen)}
        options={goals.map((one, place) => ({ value: String(place), label: goalName(one) }))}
        onChange={(place) => setGoal(goals[Number(place)] ?? goal)}
      />
      {error && <ErrorState title={t('drop.failed')} error={error} onRetry={() => void refetch()} />}
      {data && <ArmList compared={data} nameOf={nameOf} />}
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
