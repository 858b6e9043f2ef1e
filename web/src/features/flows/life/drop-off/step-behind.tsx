import type { DropOff, FlowDefinition, LostAs } from '@chasqui/contracts'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { nodeAt } from '../../editor/definition-edits.ts'
import { outputsOf } from '../../language/outputs.ts'
import { useStepWords } from '../../language/step-words.ts'
import { RunLine } from '../runs/run-line.tsx'
import { useGo } from '../search.ts'
import { type Behind, useConversationsBehind } from './use-drop-off.ts'

type StepBehindProps = { flowId: string; step: string; found: DropOff; definition: FlowDefinition }

/** The ways that people took from a step, as what they were lost, and the conversations behind that. */
export const StepBehind = ({ flowId, step, found, definition }: StepBehindProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const go = useGo()
  const numbers = found.steps.find((known) => known.step === step)
  const [what, setWhat] = useState<Behind>(numbers && numbers.lost > 0 ? 'lost' : 'came')
  const { runs, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConversationsBehind(flowId, step, what)
  const node = nodeAt(definition, step)
  const wayName = (way: string | null): string => {
    const output = node && outputsOf(node).find(({ id }) => id === way)
    return output ? words.outputNameAt(definition, step, output) : t('drop.other_way')
  }
  return (
    <section aria-label={words.nameOf(definition, step)} className="flex flex-col gap-3">
      <Button size="sm" look="quiet" icon={ArrowLeft} className="self-start" onClick={() => go({ step: undefined })}>
        {t('drop.all_steps')}
      </Button>
      <h3 className="text-md font-semibold wrap-anywhere">{words.nameOf(definition, step)}</h3>
      {numbers && (
        <>
          <p className="text-sm">
            {t('drop.people', { count: numbers.people })}
            {numbers.lost > 0 && ` · ${t('drop.leave', { share: format.percent(numbers.leaveRate) })}`}
            {numbers.medianMs !== null && ` · ${t('drop.median_is', { time: format.duration(Math.round(numbers.medianMs / 1000)) })}`}
          </p>
          {numbers.lost > 0 && (
            <ul aria-label={t('drop.lost_as')} className="text-sm text-fg-2">
              {(Object.entries(numbers.lostAs) as [LostAs, number][]).map(([as, count]) => (
                <li key={as} className="flex justify-between gap-3">
                  <span>{t(`lost.${as}`)}</span>
                  <span className="tabular">{format.number(count)}</span>
                </li>
              ))}
            </ul>
          )}
          {numbers.ways.length > 0 && (
            <div>
              <h4 className="mb-1 text-xs font-medium text-fg-2">{t('drop.ways')}</h4>
              <ul className="text-sm">
                {numbers.ways.map(({ way, to, people }) => (
                  <li key={`${way} ${to}`} className="flex justify-between gap-3 border-t border-line py-1.5">
                    <span className="min-w-0 wrap-anywhere">
                      {wayName(way)} <span aria-hidden>→</span> {to === null ? t('open.end') : words.nameOf(definition, to)}
                    </span>
                    <span className="tabular">{format.number(people)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      <Segmented
        className="self-start"
        label={t('drop.conversations')}
        value={what}
        onChange={setWhat}
        options={[
          { value: 'lost', label: t('drop.who_left') },
          { value: 'came', label: t('drop.who_came') },
        ]}
      />
      {!data && !error && (
        <Loading label={t('loading')}>
          <Skeleton className="h-16" />
        </Loading>
      )}
      {error && <ErrorState title={t('runs.failed')} error={error} onRetry={() => void refetch()} />}
      {data && runs.length === 0 && <p className="text-sm text-fg-2">{t(what === 'lost' ? 'drop.nobody_left' : 'drop.nobody_came')}</p>}
      <ul className="flex flex-col">
        {runs.map((run) => (
          <RunLine key={run.id} run={run} definition={definition} to="inbox" />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </section>
  )
}
