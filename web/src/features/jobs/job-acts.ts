import type { Job } from '@chasqui/contracts'
import { jobRoutes } from '@chasqui/contracts/http/jobs'
import { call, keyOf } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'
import { dropJob, noteJob } from '#lib/own-jobs.ts'
import { queryClient } from '#lib/query-client.ts'
import { sayProblem } from '#ui/toast.tsx'

const again = () => queryClient.invalidateQueries({ queryKey: keyOf(jobRoutes.list) })

const words = { 'job.undone': 'jobs:refused.undone', 'job.too_many': 'jobs:refused.too_many', forbidden: 'jobs:refused.forbidden' } as const

const refused = (problem: unknown) => {
  if (!isProblem(problem)) throw problem
  const told = Object.entries(words).find(([code]) => code === problem.code)
  sayProblem(text(told ? told[1] : 'jobs:refused.other'))
}

/** Stops a job where it is. One that ended meanwhile needs no stopping. */
export const cancelJob = async ({ id }: Job) => {
  try {
    noteJob(await call(jobRoutes.cancel, { params: { id } }), { onlyKnown: true })
  } catch (problem) {
    if (!isProblem(problem, 'job.ended')) refused(problem)
  }
  await again()
}

/** Begins the job that takes it back. */
export const undoJob = async ({ id }: Job) => {
  try {
    const undoing = await call(jobRoutes.undo, { params: { id } })
    dropJob(id)
    noteJob(undoing)
  } catch (problem) {
    refused(problem)
  }
  await again()
}

export const canBeUndone = ({ state, done, undoes, undoneBy }: Job): boolean => state !== 'running' && done > 0 && undoes === null && undoneBy === null
