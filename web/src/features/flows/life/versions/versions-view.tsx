import type { Flow, FlowDefinition, FlowDiff } from '@chasqui/contracts'
import { GitCompareArrows, Minus, Pencil, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useHasNews } from '../../builder/use-has-news.ts'
import { Beside } from '../beside.tsx'
import type { LifeProps } from '../life-props.ts'
import type { StepNote } from '../plain-canvas.tsx'
import { type Side, useGo, useLifeSearch } from '../search.ts'
import { Differences } from './differences.tsx'
import { PlannedBanner } from './planned-banner.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { useDiff, useSide, useVersions } from './use-versions.ts'
import { VersionRow } from './version-row.tsx'

/** Both sides in one drawing: steps that went stay where they were. */
const together = (after: FlowDefinition, { removed }: FlowDiff): FlowDefinition => ({
  ...after,
  nodes: { ...Object.fromEntries(removed.map(({ id, step }) => [id, step])), ...after.nodes },
})

const useNotes = (diff: FlowDiff | undefined): Record<string, StepNote> => {
  const { t } = useTexts('flows')
  return useMemo(() => {
    if (!diff) return {}
    const added = diff.added.map(({ id }) => [id, { tone: 'success', icon: Plus, mark: t('versions.added') }] as const)
    const removed = diff.removed.map(({ id }) => [id, { tone: 'danger', icon: Minus, mark: t('versions.removed') }] as const)
    const changed = diff.changed
      .filter(({ fields }) => fields.length > 0)
      .map(({ id }) => [id, { tone: 'warning', icon: Pencil, mark: t('versions.changed') }] as const)
    return Object.fromEntries([...added, ...removed, ...changed])
  }, [diff, t])
}

const sideValue = (side: Side): string => String(side)

type CompareProps = { flow: Flow; numbers: readonly number[]; from: number; to: Side }

/** Which two stand against each other. */
const CompareFields = ({ flow, numbers, from, to }: CompareProps) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const known = [...new Set([...numbers, from, ...(typeof to === 'number' ? [to] : []), flow.published?.number ?? from])].toSorted((one, other) => other - one)
  const versions = known.map((number) => ({ value: sideValue(number), label: t('versions.number', { number }) }))
  return (
    <div className="grid grid-cols-2 gap-3">
      <SelectField
        label={t('versions.from')}
        value={sideValue(from)}
        options={versions}
        onChange={(value) => go({ from: Number(value), to }, { replace: true })}
      />
      <SelectField
        label={t('versions.to')}
        value={sideValue(to)}
        options={[{ value: 'draft', label: t('state.draft') }, ...versions]}
        onChange={(value) => go({ from, to: value === 'draft' ? 'draft' : Number(value) }, { replace: true })}
      />
    </div>
  )
}

/** What was published when and by whom, what differs between any two, and the way back to one of them. */
export const VersionsView = ({ flow, saving, laptop, onChanged }: LifeProps) => {
  const { t } = useTexts('flows')
  const search = useLifeSearch()
  const go = useGo()
  const { versions, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVersions(flow.id)
  const [restoring, setRestoring] = useState<number | null>(null)
  const number = flow.published?.number
  // With nothing new in the draft it is the last version that one wants to see the news of.
  const last = useHasNews(flow) === false && search.from === undefined && search.to === undefined && number !== undefined && number > 1
  const from = last ? number - 1 : (search.from ?? number)
  const to = last ? number : (search.to ?? 'draft')
  const after = useSide(flow, to)
  const diff = useDiff(flow, from, to)
  const notes = useNotes(diff.data)
  const definition = useMemo(() => (after ? (diff.data ? together(after, diff.data) : after) : null), [after, diff.data])
  const [step, setStep] = useState<string | null>(null)
  return (
    <Beside laptop={laptop} canvas={definition && { definition, notes, picked: step }}>
      <div className="flex flex-col gap-5 p-4">
        {flow.planned && <PlannedBanner flow={flow} planned={flow.planned} onChanged={onChanged} />}
        {from !== undefined && (
          <section aria-label={t('versions.compare')} className="flex flex-col gap-3">
            <h3 className="text-sm font-semibold">{t('versions.compare')}</h3>
            <CompareFields flow={flow} numbers={versions.map(({ number }) => number)} from={from} to={to} />
            {diff.error && <ErrorState title={t('versions.compare_failed')} error={diff.error} onRetry={() => void diff.refetch()} />}
            {diff.data && definition && <Differences diff={diff.data} definition={definition} onLook={laptop ? setStep : undefined} />}
          </section>
        )}
        <section aria-label={t('versions.list')} className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t('versions.list')}</h3>
          {!data && !error && (
            <Loading label={t('loading')} className="flex flex-col gap-2">
              <Skeleton className="h-20" />
              <Skeleton className="h-20" />
            </Loading>
          )}
          {error && <ErrorState title={t('versions.failed')} error={error} onRetry={() => void refetch()} />}
          {data && versions.length === 0 && (
            <EmptyState icon={GitCompareArrows} title={t('versions.empty')}>
              {t('versions.empty_hint')}
            </EmptyState>
          )}
          <ol className="flex flex-col gap-2">
            {versions.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                isPublished={version.number === flow.published?.number}
                onCompare={() => go({ from: version.number, to: 'draft' })}
                onRestore={() => setRestoring(version.number)}
              />
            ))}
          </ol>
          {hasNextPage && (
            <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('list.more')}
            </Button>
          )}
        </section>
      </div>
      {restoring !== null && <RestoreDialog flow={flow} saving={saving} number={restoring} onClose={() => setRestoring(null)} />}
    </Beside>
  )
}
