import { jobPermissions, type Job, type JobOrder } from '@chasqui/contracts'
import { authorNow } from '#platform/acts/sign'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { Member } from '#platform/http/server'
import type { JobsPorts } from './ports.ts'
import { copyDone, findJobs, insertItems, insertJob, jobOf, lockJob, runningOf, type JobRow, type NewJob, within } from './store.ts'
import { goOn, moved } from './slices.ts'

/** So many jobs of one maker run at a time: the next one waits for its maker to begin it. */
const mostRunning = 10

type Ports = Pick<JobsPorts, 'now' | 'newId'>

const begin = async (tx: Tx, ports: Ports, actor: Member, job: Pick<NewJob, 'what' | 'total' | 'failed' | 'undoes'>): Promise<string> => {
  if ((await runningOf(tx, actor.userId)) >= mostRunning)
    throw new Failure('conflict', 'job.too_many', `${mostRunning} of your jobs are running. Wait for one of them to end.`)
  const id = ports.newId()
  await insertJob(tx, {
    ...job,
    id,
    maker_id: actor.userId,
    maker_is_key: actor.keyId !== null,
    author: authorNow(),
    impersonation_id: actor.impersonation?.id ?? null,
    created_at: ports.now(),
  })
  goOn(tx, id)
  moved(tx, { id, maker_id: actor.userId })
  return id
}

const read = async (tx: Tx, id: string): Promise<Job> => jobOf((await findJobs(tx, [id]))[0]!)

/** Begins a job with these conversations, in the caller's transaction: it is there with all its items, or not at all. */
export const beginJob = async (tx: Tx, ports: Ports, actor: Member, order: JobOrder, conversationIds: readonly string[]): Promise<Job> => {
  const wanted = [...new Set(conversationIds)]
  const seen = await within(tx, wanted)
  if (wanted.length > 0 && seen.size === 0) throw absent('conversation')
  if (wanted.length === 0) throw new Failure('invalid', 'job.nothing', 'There is no such conversation now.')
  const gone = wanted.filter((id) => !seen.has(id))
  const id = await begin(tx, ports, actor, { what: order, total: wanted.length, failed: gone.length, undoes: null })
  await insertItems(tx, id, wanted, gone)
  tx.record({ subject: { kind: 'job', id }, after: { act: order.act, conversations: wanted.length } })
  return read(tx, id)
}

/** Begins the job that takes back what this one did. */
export const undoJob = async (tx: Tx, ports: Ports, actor: Member, job: JobRow): Promise<Job> => {
  const permission = jobPermissions[job.what.act]
  if (!actor.permissions.has(permission)) throw new Failure('forbidden', 'forbidden', `This needs the permission ${permission}.`)
  const held = (await lockJob(tx, job.id))!
  if (held.state === 'running') throw new Failure('conflict', 'job.running', 'Stop the job first, or wait for its end.')
  if (held.undoes) throw new Failure('conflict', 'job.is_undo', 'What was taken back can be done again, but not taken back again.')
  if (held.undone_by) throw new Failure('conflict', 'job.undone', 'This was taken back already.')
  if (held.done === 0) throw new Failure('conflict', 'job.nothing', 'It changed nothing.')
  const id = await begin(tx, ports, actor, { what: held.what, total: held.done, failed: 0, undoes: held.id })
  await copyDone(tx, held.id, id)
  tx.record({ subject: { kind: 'job', id: held.id }, after: { act: held.what.act, conversations: held.done, undoneBy: id } })
  return read(tx, id)
}
