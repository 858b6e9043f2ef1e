import type { Answer, Job } from '@chasqui/contracts'
import { jobRoutes } from '@chasqui/contracts/http/jobs'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Progress } from '#ui/progress.tsx'
import { canBeUndone, cancelJob, undoJob } from './job-acts.ts'
import { useJobWords } from './use-job-words.ts'

const tones = { running: 'primary', done: 'success', cancelled: 'neutral', failed: 'danger' } as const

/** One job: what, who and when, how it stands, what was refused, and what can be done about it. */
export const JobCard = ({ job, withMaker }: { job: Job; withMaker: boolean }) => {
  const { t } = useTexts('jobs')
  const format = useFormat()
  const { nameOf, resultOf, why } = useJobWords()
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const act = (work: (job: Job) => Promise<void>) => async () => {
    setBusy(true)
    await work(job)
    setBusy(false)
  }
  const behind = job.done + job.skipped + job.failed
  return (
    <li>
      <Card aria-labelledby={id} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <div className="min-w-52 flex-1">
            <h2 id={id} className="text-base font-semibold wrap-anywhere">
              {nameOf(job)}
            </h2>
            <p className="text-sm text-fg-2">
              <time dateTime={job.createdAt} title={format.fullTime(job.createdAt)}>
                {format.moment(job.createdAt)}
              </time>
              {withMaker && ` · ${job.maker.name}`}
            </p>
          </div>
          <Chip tone={tones[job.state]}>{t(`state.${job.state}`)}</Chip>
          {job.undoneBy && <Chip>{t('state.undone')}</Chip>}
        </div>
        {job.state === 'running' && <Progress label={t('progress')} value={behind} max={job.total} />}
        <p className="text-sm text-fg-2 tabular">
          {job.state === 'running' ? t('of', { done: format.number(behind), total: format.number(job.total) }) : resultOf(job)}
        </p>
        {job.code && <p className="text-sm text-danger">{why(job.code)}</p>}
        <div className="flex flex-wrap gap-2">
          {job.state === 'running' && (
            <Button size="sm" busy={busy} onClick={() => void act(cancelJob)()}>
              {t('cancel')}
            </Button>
          )}
          {canBeUndone(job) && (
            <Button size="sm" busy={busy} onClick={() => void act(undoJob)()}>
              {t('undo_it')}
            </Button>
          )}
          {job.failed > 0 && (
            <Button size="sm" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {t('failures', { count: job.failed })}
            </Button>
          )}
        </div>
        {shown && <Failures job={job} />}
      </Card>
    </li>
  )
}

type ItemsPage = Answer<typeof jobRoutes.items>

const Failures = ({ job: { id } }: { job: Job }) => {
  const { t } = useTexts('jobs')
  const format = useFormat()
  const tenant = useTenant()
  const { why } = useJobWords()
  const query = { state: 'failed' as const, limit: 50 }
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(jobRoutes.items, { params: { id }, query }), 'pages'],
    queryFn: ({ pageParam, signal }): Promise<ItemsPage> =>
      call(jobRoutes.items, { params: { id }, query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  if (error) return <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
  const items = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <ul aria-label={t('failures_of')} className="divide-y divide-line border-y border-line">
        {items.map(({ position, conversationId, contactName, code }) => (
          <li key={position} className="flex min-h-10 flex-wrap items-center gap-x-3 py-1 text-sm">
            {contactName === null ? (
              <span className="min-w-40 flex-1 text-fg-2">{t('unseen')}</span>
            ) : (
              <Link
                to="/a/$tenant/inbox/$view/$conversationId"
                params={{ tenant: tenant.slug, view: 'all', conversationId }}
                className="inline-flex min-h-6 min-w-40 flex-1 items-center font-medium underline underline-offset-2 wrap-anywhere touch:min-h-11"
              >
                {format.name(contactName)}
              </Link>
            )}
            <span className="text-fg-2">{why(code)}</span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="sm" className="self-start" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
