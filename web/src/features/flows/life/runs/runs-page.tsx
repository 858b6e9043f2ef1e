import type { Flow, FlowDefinition, FlowRunState } from '@chasqui/contracts'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Route, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useSettled } from '#lib/use-settled.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { FlowFrame } from '../../flow-frame.tsx'
import { FlowLoading } from '../../flow-loading.tsx'
import { StepTextsContext, useLoadedStepTexts } from '../../language/step-texts.ts'
import { useStepWords } from '../../language/step-words.ts'
import { useSide, useVersions } from '../versions/use-versions.ts'
import { RunCourse } from './run-course.tsx'
import { RunLine } from './run-line.tsx'
import { useRuns, useRunsSearch } from './use-runs.ts'

const states: readonly FlowRunState[] = ['active', 'finished', 'transferred', 'closed', 'timed_out', 'stopped', 'unreachable', 'failed']

const Filters = ({ flow, definition }: { flow: Flow; definition: FlowDefinition }) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const { search, go } = useRunsSearch()
  const { versions } = useVersions(flow.id)
  const [text, setText] = useState(search.text ?? '')
  const tell = useSettled(() => go({ text: text.trim() || undefined }, { replace: true }), 400)
  const any = { value: '', label: t('runs.any') }
  const numbers = [...new Set([...versions.map(({ number }) => number), ...(search.version ? [search.version] : [])])].toSorted((one, other) => other - one)
  return (
    <div role="search" aria-label={t('runs.filters')} className="grid grid-cols-2 gap-3 border-b border-line p-3">
      <TextField
        className="col-span-2"
        type="search"
        label={t('runs.text')}
        value={text}
        maxLength={100}
        onChange={({ target }) => (setText(target.value), tell())}
      />
      <SelectField
        label={t('runs.state')}
        value={search.state ?? ''}
        options={[any, ...states.map((state) => ({ value: state, label: t(`run_state.${state}`) }))]}
        onChange={(value) => go({ state: value === '' ? undefined : (value as FlowRunState) })}
      />
      <SelectField
        label={t('drop.version')}
        value={String(search.version ?? '')}
        options={[any, ...numbers.map((number) => ({ value: String(number), label: t('versions.number', { number }) }))]}
        onChange={(value) => go({ version: value === '' ? undefined : Number(value) })}
      />
      <SelectField
        className="col-span-2"
        label={t('runs.step')}
        value={search.step ?? ''}
        options={[
          any,
          ...Object.keys(definition.nodes).map((id) => ({ value: id, label: words.nameOf(definition, id) })),
          ...(search.step && !Object.hasOwn(definition.nodes, search.step) ? [{ value: search.step, label: search.step }] : []),
        ]}
        onChange={(value) => go({ step: value === '' ? undefined : value })}
      />
    </div>
  )
}

const List = ({ flow, definition, current }: { flow: Flow; definition: FlowDefinition; current: string | null }) => {
  const { t } = useTexts('flows')
  const { search, go } = useRunsSearch()
  const { runs, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRuns(flow.id, search)
  const { run: _, ...filters } = search
  const filtered = Object.keys(filters).length > 0
  return (
    <section aria-label={t('runs.list')} className="p-2">
      {!data && !error && (
        <Loading label={t('loading')} className="flex flex-col gap-2 p-2">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </Loading>
      )}
      {error && <ErrorState title={t('runs.failed')} error={error} onRetry={() => void refetch()} />}
      {/* A page without any may have others behind it: the server looks through so many at a time. */}
      {data && runs.length === 0 && !hasNextPage && (
        <EmptyState
          icon={filtered ? SearchX : Route}
          title={t(filtered ? 'runs.nothing' : 'runs.empty')}
          action={filtered && <Button onClick={() => go({ state: undefined, step: undefined, version: undefined, text: undefined })}>{t('runs.clear')}</Button>}
        >
          {filtered ? null : t('runs.empty_hint')}
        </EmptyState>
      )}
      <ul>
        {runs.map((run) => (
          <RunLine key={run.id} run={run} definition={definition} to="run" current={run.id === current} />
        ))}
      </ul>
      {hasNextPage && (
        <div className="flex justify-center p-2">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

const Runs = ({ flow }: { flow: Flow }) => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  const narrow = useNarrow()
  const { search, go } = useRunsSearch()
  const definition = useSide(flow, flow.published?.number ?? 'draft') ?? flow.definition
  // The newest is open where there is room, so that nobody reads an old one by mistake.
  const { runs } = useRuns(flow.id, search)
  const current = search.run ?? (narrow ? null : (runs[0]?.id ?? null))
  const back = narrow && current !== null
  return (
    <main className="flex h-full min-h-0 flex-col bg-bg">
      <header className="flex shrink-0 items-center gap-2 border-b border-line bg-surface px-2 py-2 tablet:px-3">
        {back ? (
          <button
            type="button"
            aria-label={t('runs.back')}
            onClick={() => go({ run: undefined })}
            className="grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
          >
            <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
          </button>
        ) : (
          <Link
            to="/a/$tenant/flows/$flowId"
            params={{ tenant: slug, flowId: flow.id }}
            aria-label={t('runs.to_flow')}
            className="grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
          >
            <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
          </Link>
        )}
        <h1 className="min-w-0 truncate text-md font-semibold">{t('runs.of', { name: flow.name })}</h1>
      </header>
      <div className="flex min-h-0 flex-1">
        {!back && (
          <div className="min-w-0 flex-1 overflow-y-auto bg-surface tablet:w-[340px] tablet:flex-none tablet:border-r tablet:border-line">
            <Filters flow={flow} definition={definition} />
            <List flow={flow} definition={definition} current={current} />
          </div>
        )}
        {(!narrow || back) && (
          <div className="min-w-0 flex-1 overflow-y-auto">
            {current !== null && <RunCourse key={current} flow={flow} runId={current} onRetried={(run) => go({ run: run.id })} />}
          </div>
        )}
      </div>
    </main>
  )
}

const Worded = ({ flow }: { flow: Flow }) => {
  const texts = useLoadedStepTexts()
  if (!texts) return <FlowLoading />
  return (
    <StepTextsContext value={texts}>
      <Runs flow={flow} />
    </StepTextsContext>
  )
}

/** What became of each conversation that went through a flow. */
export const RunsPage = () => {
  const { t } = useTexts('flows')
  const { flowId } = useParams({ from: '/a/$tenant/flows/$flowId/runs' })
  return (
    <FlowFrame flowId={flowId} title={t('runs.title')}>
      {(flow) => <Worded flow={flow} />}
    </FlowFrame>
  )
}
