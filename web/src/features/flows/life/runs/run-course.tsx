import type { Flow, FlowDefinition, FlowRun, FlowRunCourse, FlowRunEntry } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonLook } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say } from '#ui/toast.tsx'
import { nodeAt } from '../../editor/definition-edits.ts'
import { outputsOf } from '../../language/outputs.ts'
import { useStepWords } from '../../language/step-words.ts'
import { problemWords } from '../../problem-words.ts'
import { useSide } from '../versions/use-versions.ts'
import { RunState } from './run-line.tsx'

type Value = FlowRunCourse['variables'][string]
const shown = (value: Value): string => (value === null ? '–' : String(value))

const Kept = ({ label, kept }: { label: string; kept: Record<string, Value> }) => (
  <div className="mt-1">
    <span className="text-xs text-fg-2">{label}</span>
    <dl className="mt-0.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
      {Object.entries(kept).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-fg-2">{name}</dt>
          <dd dir="auto" className="wrap-anywhere">
            {shown(value)}
          </dd>
        </div>
      ))}
    </dl>
  </div>
)

type EntryProps = { entry: FlowRunEntry; definition: FlowDefinition; onRetry: ((step: string) => void) | null }

/** One thing that happened: what came in, what was kept of it, which way it went. */
const Entry = ({ entry: { at, step, cause, outcome, fromStep, waitedMs, way, lostAs, answer, set }, definition, onRetry }: EntryProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const here = step ?? fromStep
  const from = fromStep === null ? undefined : nodeAt(definition, fromStep)
  const output = from && outputsOf(from).find(({ id }) => id === way)
  const name = here === null ? t('start.name') : words.nameOf(definition, here)
  return (
    <li className="relative border-l-2 border-line pb-4 pl-4 last:pb-0">
      <span aria-hidden className={`absolute top-1.5 -left-[5px] size-2 rounded-full ${lostAs ? 'bg-danger' : 'bg-primary'}`} />
      <div className="flex flex-col items-start gap-2 tablet:flex-row">
        <div className="min-w-0 flex-1">
          <p className="text-sm wrap-anywhere">
            <b className="font-semibold">{name}</b>{' '}
            <span className="text-fg-2">
              · {cause === 'ended' ? t('runs.ended') : t(`trace.${cause}`)}
              {outcome !== null && ` · ${t(`runs.outcome.${outcome}` as 'runs.outcome.finished', { defaultValue: outcome })}`}
            </span>
          </p>
          <p className="text-xs text-fg-3 tabular">
            <time dateTime={at} title={format.fullTime(at)}>
              {format.moment(at)}
            </time>
            {waitedMs !== null && ` · ${t('runs.waited', { time: format.duration(Math.round(waitedMs / 1000)) })}`}
            {output && fromStep !== null && ` · ${t('runs.way', { way: words.outputNameAt(definition, fromStep, output) })}`}
          </p>
          {lostAs && <p className="mt-0.5 text-sm font-medium text-danger">{t(`lost.${lostAs}`)}</p>}
          {answer !== null && (
            <p className="mt-1 text-sm">
              <span className="text-xs text-fg-2">{t('runs.input')} </span>
              <q dir="auto" className="wrap-anywhere">
                {answer}
              </q>
            </p>
          )}
          {set && Object.keys(set).length > 0 && <Kept label={t('runs.output')} kept={set} />}
        </div>
        {onRetry && step !== null && (cause === 'start' || cause === 'went_on') && (
          <Button size="sm" icon={RotateCcw} aria-label={t('runs.retry_at', { step: name })} onClick={() => onRetry(step)}>
            {t('runs.retry')}
          </Button>
        )}
      </div>
    </li>
  )
}

type RetryProps = { run: FlowRunCourse; step: string; name: string; onRetried: (run: FlowRun) => void; onClose: () => void }

const RetryDialog = ({ run, step, name, onRetried, onClose }: RetryProps) => {
  const { t } = useTexts('flows')
  const { busy, problem, run: act } = useAct()
  const retry = () =>
    act(async () => {
      const begun = await call(flowRoutes.retry, { params: { id: run.id }, body: { step } })
      await queryClient.invalidateQueries({ queryKey: [flowRoutes.runs.id] })
      say(t('runs.retried', { step: name }))
      onClose()
      onRetried(begun)
    })
  return (
    <ActDialog
      title={t('runs.retry_title', { step: name })}
      description={t('runs.retry_hint')}
      verb={t('runs.retry')}
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={() => void retry()}
      onClose={onClose}
    />
  )
}

/** The path of one run, step by step. */
export const RunCourse = ({ flow, runId, onRetried }: { flow: Flow; runId: string; onRetried: (run: FlowRun) => void }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const { slug } = useTenant()
  const mayManage = useCan('flows.manage')
  const { data: run, error, refetch } = useQuery(asked(flowRoutes.run, { params: { id: runId } }))
  const definition = useSide(flow, run?.version)
  const [retrying, setRetrying] = useState<string | null>(null)
  if (error && !run) return <ErrorState className="h-full" title={t('runs.failed_one')} error={error} onRetry={() => void refetch()} />
  if (!run || !definition)
    return (
      <Loading label={t('loading')} className="flex flex-col gap-3 p-5">
        <Skeleton className="h-8 w-60" />
        <Skeleton className="h-64" />
      </Loading>
    )
  const who = run.contact ? format.name(run.contact.name) : t('runs.nobody')
  return (
    <article aria-label={t('runs.one', { name: who })} className="mx-auto flex max-w-3xl flex-col gap-5 p-4 tablet:p-6">
      <header className="flex flex-wrap items-center gap-2">
        <h2 dir="auto" className="min-w-0 flex-1 truncate text-lg font-semibold max-tablet:basis-full">
          {who}
        </h2>
        <RunState state={run.state} />
        <Link
          to="/a/$tenant/inbox/$view/$conversationId"
          params={{ tenant: slug, view: 'all', conversationId: run.conversationId }}
          className={buttonLook('outline', 'sm')}
        >
          {t('runs.conversation')}
        </Link>
        <p className="w-full text-sm text-fg-2">
          {t('versions.number', { number: run.version })} · {t('runs.began', { when: format.moment(run.startedAt) })}
          {run.endedAt && ` · ${t('runs.over', { when: format.moment(run.endedAt) })}`}
        </p>
      </header>
      {run.more && <Banner tone="info">{t('runs.earlier')}</Banner>}
      <section aria-label={t('runs.path')} className="rounded-card border border-line bg-surface p-4">
        <ol>
          {run.path.map((entry, index) => (
            <Entry key={`${entry.at} ${index}`} entry={entry} definition={definition} onRetry={mayManage ? setRetrying : null} />
          ))}
        </ol>
      </section>
      {Object.keys(run.variables).length > 0 && (
        <section aria-label={t('runs.variables')} className="rounded-card border border-line bg-surface p-4">
          <Kept label={t('runs.variables')} kept={run.variables} />
        </section>
      )}
      {retrying !== null && (
        <RetryDialog run={run} step={retrying} name={words.nameOf(definition, retrying)} onRetried={onRetried} onClose={() => setRetrying(null)} />
      )}
    </article>
  )
}
