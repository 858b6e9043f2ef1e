import type { Job } from '@chasqui/contracts'
import { createStore, useStore } from './store.ts'

/** The jobs that this person has begun and that are told at the edge of the page, oldest first: those that run, and those that have just ended. */
const jobs = createStore<readonly Job[]>([])

/** How far a job is: an ended one never runs again, and a counter never goes back. */
const isNewer = (job: Job, known: Job) =>
  job.state !== 'running' || (known.state === 'running' && job.done + job.skipped + job.failed >= known.done + known.skipped + known.failed)

/** A job was begun or went on. `onlyKnown`: unless it is told already, an ended one is none of the page's business any more. */
export const noteJob = (job: Job, { onlyKnown = false } = {}) => {
  const known = jobs.get().find(({ id }) => id === job.id)
  if (known) jobs.set(jobs.get().map((one) => (one.id === job.id && isNewer(job, one) ? job : one)))
  else if (!onlyKnown || job.state === 'running') jobs.set([...jobs.get(), job])
}
export const dropJob = (id: string) => jobs.set(jobs.get().filter((job) => job.id !== id))
export const clearJobs = () => jobs.set([])
export const runningJobs = () => jobs.get().filter(({ state }) => state === 'running')
export const useOwnJobs = () => useStore(jobs)
