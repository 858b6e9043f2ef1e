import { conversationRoutes, jobPermissions, type AuditAction, type Grant, type JobAct } from '@chasqui/contracts'
import { withActs } from '#platform/acts/sign'
import { isConnectionLoss } from '#platform/database/connection-loss'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { failureOfDatabase, isWorthRepeating } from '#platform/http/database-error'
import type { QueueHandler } from '#platform/lanes/handler'
import type { JobsPorts, Maker, Result } from './ports.ts'
import { endJob, findJobs, type ItemRow, type JobRow, lockItem, lockJob, nextItems, settleItem } from './store.ts'

/** The lane of each job: whatever its length, it is one short piece of work among those of all others. */
const queue = 'bulk'
/** Conversations in one piece. After it the lane goes to the end of the line. */
const perSlice = 20

/** The next piece of a job. */
export const goOn = (tx: Tx, jobId: string): void => tx.enqueue({ queue, key: jobId, payload: { jobId } })
export const moved = (tx: Tx, { id, maker_id }: Pick<JobRow, 'id' | 'maker_id'>): void =>
  tx.publish({ type: 'job.moved', payload: { jobId: id, makerId: maker_id } })

const makerOf = ({ maker_id, maker_is_key, impersonation_id, author }: JobRow): Maker => ({
  userId: maker_id,
  keyId: maker_is_key ? maker_id : null,
  host: impersonation_id === null ? null : { userId: author.doer.id!, impersonationId: impersonation_id },
})

/** What the trail calls each act, as if it was done by hand; what is read leaves no record. */
const actions: Record<JobAct, { done: AuditAction | null; undone: AuditAction | null }> = {
  assign: { done: conversationRoutes.assign.audit, undone: conversationRoutes.assign.audit },
  tag: { done: conversationRoutes.tags.audit, undone: conversationRoutes.tags.audit },
  close: { done: conversationRoutes.close.audit, undone: conversationRoutes.reopen.audit },
  snooze: { done: conversationRoutes.snooze.audit, undone: conversationRoutes.snooze.audit },
  read: { done: null, undone: null },
}

/** How often a transaction that met another is done again before it counts as refused. */
const mostTries = 3

/** How a refusal is told; null: it says nothing about the conversation, and the piece is to be done again. */
const refusalOf = (error: unknown): string | null => {
  const failure = error instanceof Failure ? error : failureOfDatabase(error)
  if (isConnectionLoss(error) || failure?.kind === 'unavailable') return null
  return failure?.code ?? 'internal'
}

/** One conversation in a transaction of its own, which also settles its item: killed anywhere, it is done once. */
const doItem = async (ports: JobsPorts, tenantId: string, job: JobRow, grant: Grant, item: ItemRow): Promise<void> => {
  const maker = makerOf(job)
  const sight = { userId: maker.userId, reach: grant.reach, hides: grant.hides }
  const act = (tx: Tx): Promise<Result> =>
    job.undoes === null
      ? ports.perform(tx, item.conversation_id, maker, job.what)
      : ports.undo(tx, item.conversation_id, maker, job.what.act, { before: item.before ?? {}, after: item.after ?? {} })
  const call = () => ({
    author: job.author,
    action: actions[job.what.act][job.undoes === null ? 'done' : 'undone'],
    subject: { kind: 'conversation', id: item.conversation_id },
    byHost: false,
    recorded: false,
    job: job.id,
  })
  for (let tries = 1; ; tries++) {
    try {
      return await ports.database.inTenant(
        tenantId,
        (tx) =>
          withActs(call(), async () => {
            if (!(await lockItem(tx, job.id, item.position))) throw new Failure('absent', 'not_found', 'Out of reach, or done meanwhile.')
            const result = await act(tx)
            await settleItem(tx, job.id, item.position, 'code' in result ? { state: 'skipped', ...result } : { state: 'done', code: null, ...result })
          }),
        sight,
      )
    } catch (error) {
      if (isWorthRepeating(error) && tries < mostTries) continue
      const code = refusalOf(error)
      if (code === null) throw error
      if (code === 'internal') ports.log.error({ err: error, job: job.id }, 'a conversation of a job failed by a mistake of the product')
      return refuse(ports, tenantId, job.id, item.position, code)
    }
  }
}

/** By the product's own sight: the maker may not see the conversation any more. What a stopped job has left stays as it was. */
const refuse = (ports: JobsPorts, tenantId: string, jobId: string, position: number, code: string): Promise<void> =>
  ports.database.inTenant(tenantId, async (tx) => {
    if (await lockItem(tx, jobId, position)) await settleItem(tx, jobId, position, { state: 'failed', code })
  })

/** Why the job cannot go on as a whole, if so: nobody does by a job what they may not do by hand at that moment. */
const work = async (ports: JobsPorts, tenantId: string, jobId: string): Promise<{ stop: string | null }> => {
  const { job, items } = await ports.database.inTenant(tenantId, async (tx) => {
    const [found] = await findJobs(tx, [jobId])
    return { job: found, items: found?.state === 'running' ? await nextItems(tx, jobId, perSlice) : [] }
  })
  if (!job || job.state !== 'running') return { stop: null }
  if (await ports.isSuspended(tenantId)) return { stop: 'tenant.suspended' }
  for (const item of items) {
    const grant = await ports.grantNow(tenantId, makerOf(job))
    if (!grant?.permissions.has(jobPermissions[job.what.act])) return { stop: 'forbidden' }
    await doItem(ports, tenantId, job, grant, item)
  }
  return { stop: null }
}

const settle = async (tx: Tx, ports: JobsPorts, jobId: string, stop: string | null): Promise<void> => {
  const job = await lockJob(tx, jobId)
  if (!job) return
  moved(tx, job)
  if (job.state !== 'running') return
  if (stop !== null) await endJob(tx, jobId, 'failed', stop, ports.now())
  else if ((await nextItems(tx, jobId, 1)).length > 0) goOn(tx, jobId)
  else await endJob(tx, jobId, 'done', null, ports.now())
}

/** Works through jobs piece by piece; two pieces at a time on each node, whoever has begun how much. */
export const jobsHandler = (ports: JobsPorts): QueueHandler => ({
  queue,
  concurrency: 2,
  outside: (tenantId, [piece]) => work(ports, tenantId, (piece!.payload as { jobId: string }).jobId),
  handle: (tx, [piece], outcome) => settle(tx, ports, (piece!.payload as { jobId: string }).jobId, (outcome as { stop: string | null }).stop),
})
