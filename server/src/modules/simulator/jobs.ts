import type { QueueHandler, WorkItem } from '#platform/lanes/handler'
import { markArrived } from './arrive.ts'
import { readFaults } from './faults.ts'
import type { SimulatorPorts } from './ports.ts'
import { post, simulatorQueue, type PostingJob } from './posting.ts'

const payloadOf = ({ payload }: WorkItem): PostingJob => payload as PostingJob

/**
 * Posts what the network has to report. Posted first, outside of any transaction, and only then done: a crash between posts again, and the
 * receiver knows the events by their ids. All jobs of one lane are of one channel, and what is due together travels together.
 */
export const createJobs = (ports: SimulatorPorts): QueueHandler => ({
  queue: simulatorQueue,
  concurrency: 8,
  batch: 20,
  outside: async (tenantId, jobs) => {
    const { channelId } = payloadOf(jobs[0]!)
    const [account, faults] = await ports.database.inTenant(tenantId, async (tx) => [await ports.findAccount(tx, channelId), await readFaults(tx, channelId)])
    // A channel that was removed has nobody to report to.
    if (account) await post(ports, { channelId, secret: account.secret, events: jobs.flatMap((job) => payloadOf(job).events), twice: faults.duplicate })
  },
  handle: (tx, jobs) =>
    markArrived(
      tx,
      payloadOf(jobs[0]!).channelId,
      jobs.flatMap((job) => payloadOf(job).events),
    ),
})
