import type { DropOff, FlowDefinition } from '@chasqui/contracts'
import { Flame, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Beside } from '../beside.tsx'
import type { LifeProps } from '../life-props.ts'
import type { PlainCanvasProps, StepNote } from '../plain-canvas.tsx'
import { type Range, useGo, useLifeSearch } from '../search.ts'
import { useVersions } from '../versions/use-versions.ts'
import { AbTestResult } from './ab-test.tsx'
import { Arms } from './arms.tsx'
import { hottestIn, peopleOnLines } from './numbers.ts'
import { StepPeopleTable } from './step-people-table.tsx'
import { StepBehind } from './step-behind.tsx'
import { defaultRange, useDropOff, useMet } from './use-drop-off.ts'

const ranges: readonly Range[] = [7, 30, 90, 365]

const SpanFields = ({ flowId, published }: { flowId: string; published: number | undefined }) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const { days = defaultRange, version } = useLifeSearch()
  const { versions } = useVersions(flowId)
  const numbers = [...new Set([...versions.map(({ number }) => number), ...(version ? [version] : []), ...(published ? [published] : [])])].toSorted(
    (one, other) => other - one,
  )
  return (
    <div className="grid grid-cols-2 gap-3">
      <SelectField
        label={t('drop.range')}
        value={String(days)}
        options={ranges.map((range) => ({ value: String(range), label: t('drop.days', { count: range }) }))}
        onChange={(value) => go({ days: Number(value) as Range }, { replace: true })}
      />
      <SelectField
        label={t('drop.version')}
        value={String(version ?? '')}
        options={[
          { value: '', label: t('drop.all_versions') },
          ...numbers.map((number) => ({ value: String(number), label: t('versions.number', { number }) })),
        ]}
        onChange={(value) => go({ version: value === '' ? undefined : Number(value) }, { replace: true })}
      />
    </div>
  )
}

/** What the drawing says about each step and line. */
const useDrawn = (definition: FlowDefinition | undefined, found: DropOff | undefined): Pick<PlainCanvasProps, 'notes' | 'lines'> => {
  const { t } = useTexts('flows')
  const format = useFormat()
  return useMemo(() => {
    if (!definition || !found) return {}
    const hottest = hottestIn(found.steps)
    const notes = Object.fromEntries(
      found.steps.map(({ step, people, lost, leaveRate, medianMs }): [string, StepNote] => [
        step,
        {
          ...(step === hottest && { tone: 'danger', icon: Flame, mark: t('drop.hottest') }),
          lines: [
            t('drop.people', { count: people }),
            ...(lost > 0 ? [t('drop.leave', { share: format.percent(leaveRate) })] : []),
            ...(medianMs === null ? [] : [t('drop.median_is', { time: format.duration(Math.round(medianMs / 1000)) })]),
          ],
        },
      ]),
    )
    const people = peopleOnLines(definition, found.steps)
    const most = Math.max(1, ...people.values())
    return { notes, lines: new Map([...people].map(([id, count]) => [id, { words: format.number(count), share: count / most }])) }
  }, [definition, found, format, t])
}

/** Where people came, went on and were lost, on the drawing and as a table; behind each number its conversations. */
export const DropOffView = ({ flow, laptop }: LifeProps) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const { step } = useLifeSearch()
  const { data, error, refetch } = useDropOff(flow.id)
  const definition = useMet(flow)
  const drawn = useDrawn(definition, data)
  const pick = useMemo(() => (id: string) => go({ step: id }), [go])
  const empty = data && data.people === 0 && data.steps.length === 0
  return (
    <Beside laptop={laptop} canvas={definition ? { definition, ...drawn, picked: step ?? null, onPick: pick } : null}>
      <div className="flex flex-col gap-4 p-4">
        <SpanFields flowId={flow.id} published={flow.published?.number} />
        {!data && !error && (
          <Loading label={t('loading')}>
            <Skeleton className="h-40" />
          </Loading>
        )}
        {error && <ErrorState title={t('drop.failed')} error={error} onRetry={() => void refetch()} />}
        {empty && (
          <EmptyState icon={UsersRound} title={t('drop.empty')}>
            {t('drop.empty_hint')}
          </EmptyState>
        )}
        <AbTestResult flowId={flow.id} />
        {data && !empty && definition && (
          <>
            <p className="text-sm text-fg-2">{t('drop.began', { count: data.people })}</p>
            {step === undefined ? (
              <StepPeopleTable found={data} definition={definition} onPick={pick} />
            ) : (
              <StepBehind key={step} flowId={flow.id} step={step} found={data} definition={definition} />
            )}
            <Arms flowId={flow.id} definition={definition} />
          </>
        )}
      </div>
    </Beside>
  )
}
