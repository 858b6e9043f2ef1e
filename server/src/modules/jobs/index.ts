/**
 * Jobs: long work that people begin and that goes on by itself, with its progress, its end and its way back. Today what is done with many conversations.
 * Owns: jobs.{job, item}. Publishes: job.moved. Works in lanes of the queue `bulk`, one for each job.
 */
import type { Job } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { cleanUp } from './clean-up.ts'
import type { JobsPorts } from './ports.ts'
import { registerRoutes, type Select } from './routes.ts'
import { jobsHandler } from './slices.ts'
import { findJobs, jobOf } from './store.ts'

export type { JobsPorts, Maker } from './ports.ts'
export type Jobs = ReturnType<typeof createJobs>

export const createJobs = (ports: JobsPorts & { select: Select }) => ({
  lane: jobsHandler(ports),
  read: async (tx: Tx, ids: readonly string[]): Promise<Job[]> => (await findJobs(tx, ids)).map(jobOf),
  cleanUp: () => cleanUp(ports),
  registerRoutes: (http: Http) => registerRoutes(http, ports, ports.select),
})
