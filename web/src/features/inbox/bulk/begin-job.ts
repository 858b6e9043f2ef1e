import type { Job } from '@chasqui/contracts'
import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'
import { noteJob } from '#lib/own-jobs.ts'
import { sayProblem } from '#ui/toast.tsx'
import { type ListFilter, queryOf } from '../cache/list-filter.ts'
import { clearPicked, type Selection } from './selection.ts'

/** What is picked, as the server is told of it. */
export const selectionOf = (filter: ListFilter, { ids, all }: Selection) => {
  const { sort: _, ...matching } = queryOf(filter)
  return all === null ? { ids: [...ids] } : { matching }
}

/** A question about so many conversations. */
export type BulkProps = { count: number; selection: ReturnType<typeof selectionOf>; onClose: () => void }

const words = {
  'job.nothing': 'jobs:refused.nothing',
  'job.too_many': 'jobs:refused.too_many',
  'job.too_long': 'jobs:refused.too_long',
  'user.unknown': 'jobs:why.member',
  'snooze.past': 'jobs:why.past',
  forbidden: 'jobs:refused.forbidden',
} as const

/** Begins a job; what was picked is let go of once it is under way. */
export const beginJob = async (ask: () => Promise<Job>) => {
  try {
    noteJob(await ask())
    clearPicked()
  } catch (problem) {
    if (!isProblem(problem)) throw problem
    const told = Object.entries(words).find(([code]) => code === problem.code)
    sayProblem(text(told ? told[1] : 'jobs:refused.other'))
  }
}
