import type { Job } from '@chasqui/contracts'
import { jobRoutes } from '@chasqui/contracts/http/jobs'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleSlash, LoaderCircle, X } from 'lucide-react'
import { useEffect } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { clearJobs, dropJob, noteJob, runningJobs, useOwnJobs } from '#lib/own-jobs.ts'
import { useRealtime } from '#lib/realtime.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Progress } from '#ui/progress.tsx'
import { canBeUndone, cancelJob, undoJob } from './job-acts.ts'
import { useJobWords } from './use-job-words.ts'

/** ms for which an ended job stands here with its way back. */
const standsFor = 30_000
/** Beside each other; the others are on the page of jobs. */
const most = 3

/** One's own long work at the edge of every page: how far it is, and for half a minute after its end the way back. `lifted`: over a field at its foot. */
export const JobBar = ({ lifted }: { lifted: boolean; onClose: () => void }) => {
  const { t } = useTexts('jobs')
  const jobs = useOwnJobs()
  useRunningJobs()
  if (jobs.length === 0) return null
  return (
    <section
      aria-label={t('title')}
      className={classNames(
        'fixed right-4 z-30 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2',
        lifted ? 'bottom-36' : 'bottom-4 max-tablet:bottom-[calc(4.5rem+env(safe-area-inset-bottom))]',
      )}
    >
      {jobs.slice(-most).map((job) => (
        <Standing key={job.id} job={job} />
      ))}
    </section>
  )
}

/** Those that run: read at first and whenever the connection lost its thread, and followed as they go on. */
const useRunningJobs = () => {
  const { id: userId } = useUser()
  const { data, isFetchedAfterMount } = useQuery(asked(jobRoutes.list, { query: { state: 'running', limit: 10 } }))
  useEffect(() => {
    if (!data || !isFetchedAfterMount) return
    data.items.toReversed().forEach((job) => noteJob(job))
    // What does not run any more has ended unheard.
    for (const { id } of runningJobs().filter((job) => !data.items.some((one) => one.id === job.id)))
      call(jobRoutes.get, { params: { id } }).then(
        (job) => noteJob(job, { onlyKnown: true }),
        () => dropJob(id),
      )
  }, [data, isFetchedAfterMount])
  useRealtime('job.progress', ({ job }) => job.maker.id === userId && noteJob(job, { onlyKnown: true }))
  useEffect(() => clearJobs, [])
}

const icons = { running: LoaderCircle, done: CircleCheck, cancelled: CircleSlash, failed: CircleAlert }

const Standing = ({ job }: { job: Job }) => {
  const { t } = useTexts('jobs')
  const { nameOf, resultOf, why } = useJobWords()
  const tenant = useTenant()
  const Icon = icons[job.state]
  const isOver = job.state !== 'running'
  useEffect(() => {
    if (!isOver) return
    const timer = setTimeout(() => dropJob(job.id), standsFor)
    return () => clearTimeout(timer)
  }, [isOver, job.id])
  return (
    <div className="animate-rise rounded-card border border-line bg-surface p-3 shadow-high">
      <div className="flex items-start gap-2">
        <Icon size={18} strokeWidth={1.75} className={job.state === 'failed' ? 'mt-0.5 shrink-0 text-danger' : 'mt-0.5 shrink-0 text-fg-2'} aria-hidden />
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold wrap-anywhere">{nameOf(job)}</p>
          <p role="status" className="text-sm text-fg-2">
            {isOver && (job.code ? why(job.code) : resultOf(job))}
          </p>
        </div>
        {isOver && <IconButton icon={X} size="sm" label={t('dismiss')} onClick={() => dropJob(job.id)} />}
      </div>
      {!isOver && <Course job={job} />}
      <div className="mt-2 flex items-center justify-end gap-2">
        <Link
          to="/a/$tenant/jobs"
          params={{ tenant: tenant.slug }}
          className="mr-auto inline-flex min-h-6 items-center text-sm font-medium text-primary underline underline-offset-2 touch:min-h-11"
        >
          {t(job.failed > 0 ? 'see_failed' : 'see')}
        </Link>
        {!isOver && (
          <Button size="sm" onClick={() => void cancelJob(job)}>
            {t('cancel')}
          </Button>
        )}
        {canBeUndone(job) && (
          <Button size="sm" onClick={() => void undoJob(job)}>
            {t('undo_it')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Fewer seconds than this say nothing about the rest. */
const tellsAfter = 3

const Course = ({ job: { total, done, skipped, failed, createdAt } }: { job: Job }) => {
  const { t } = useTexts('jobs')
  const format = useFormat()
  useNow(1000)
  const behind = done + skipped + failed
  const seconds = (serverNow() - Date.parse(createdAt)) / 1000
  const left = behind > 0 && seconds > tellsAfter ? Math.ceil((seconds / behind) * (total - behind)) : null
  return (
    <div className="mt-2">
      <Progress label={t('progress')} value={behind} max={total} />
      <p className="mt-1 text-xs text-fg-2 tabular">
        {[
          t('of', { done: format.number(behind), total: format.number(total) }),
          format.percent(total > 0 ? behind / total : 0),
          left !== null && t('left', { time: format.duration(left) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
