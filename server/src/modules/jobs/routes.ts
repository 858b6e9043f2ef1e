import { bulkRoutes, type Job, type JobOrder, jobRoutes, type Page, seesAllJobs, type Selection } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { Http, Member } from '#platform/http/server'
import { beginJob, undoJob } from './begin.ts'
import type { JobsPorts } from './ports.ts'
import { moved } from './slices.ts'
import { endJob, findJobs, jobOf, type JobRow, type JobsQuery, lockJob, pageOfItems, pageOfJobs } from './store.ts'

/** One that the caller made, or any for whoever sees those of everybody. */
const jobFor = async (tx: Tx, actor: Member, id: string): Promise<JobRow> => {
  const [job] = await findJobs(tx, [id])
  if (!job || (job.maker_id !== actor.userId && !actor.permissions.has(seesAllJobs))) throw absent('job')
  return job
}

const listJobs = async (tx: Tx, actor: Member, { everybody, ...query }: JobsQuery & { everybody: boolean }): Promise<Page<Job>> => {
  if (everybody && !actor.permissions.has(seesAllJobs)) throw new Failure('forbidden', 'forbidden', `This needs the permission ${seesAllJobs}.`)
  const rows = await pageOfJobs(tx, everybody ? null : actor.userId, query)
  const shown = rows.slice(0, query.limit)
  return { items: shown.map(jobOf), nextCursor: rows.length > query.limit ? shown.at(-1)!.id : null }
}

const positionIn = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  if (!/^[1-9]\d{0,8}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

const cancelJob = async (tx: Tx, ports: JobsPorts, actor: Member, id: string): Promise<Job> => {
  await jobFor(tx, actor, id)
  const job = (await lockJob(tx, id))!
  if (job.state !== 'running') throw new Failure('conflict', 'job.ended', 'This job has ended.')
  await endJob(tx, id, 'cancelled', null, ports.now())
  moved(tx, job)
  return jobOf(await jobFor(tx, actor, id))
}

const unknown = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path, code, message }] })

const recipientOf = async (tx: Tx, ports: JobsPorts, userId: string | null): Promise<{ id: string; name: string } | null> => {
  if (userId === null) return null
  const name = await ports.nameOfMember(tx, userId)
  if (name === null) throw unknown('userId', 'user.unknown', 'This person is not a member here.')
  return { id: userId, name }
}

type Closing = { reason?: string | undefined; reasonId?: string | undefined; note?: string | undefined; survey?: boolean | undefined }
const closingOrder = async (tx: Tx, ports: JobsPorts, { reason, reasonId, note, survey }: Closing): Promise<JobOrder> => {
  const name = reasonId === undefined ? reason || null : await ports.nameOfReason(tx, reasonId)
  if (reasonId !== undefined && name === null) throw unknown('reasonId', 'closing_reason.unknown', 'There is no such reason here.')
  return { act: 'close', reason: name, reasonId: reasonId ?? null, note: note || null, survey: survey ?? null }
}

/** `select` finds what a selection holds now, as its caller sees it. */
export type Select = (tx: Tx, userId: string, selection: Selection) => Promise<string[]>

export const registerRoutes = (http: Http, ports: JobsPorts, select: Select): void => {
  const begin = async (tx: Tx, actor: Member, order: JobOrder, selection: Selection): Promise<Job> =>
    beginJob(tx, ports, actor, order, await select(tx, actor.userId, selection))
  http.route(bulkRoutes.assign, async ({ tx, actor, body }) => begin(tx, actor, { act: 'assign', to: await recipientOf(tx, ports, body.userId) }, body))
  http.route(bulkRoutes.tag, ({ tx, actor, body }) => begin(tx, actor, { act: 'tag', add: body.add, remove: body.remove }, body))
  http.route(bulkRoutes.close, async ({ tx, actor, body }) => begin(tx, actor, await closingOrder(tx, ports, body), body))
  http.route(bulkRoutes.snooze, ({ tx, actor, body }) => {
    const until = body.until === null ? null : new Date(body.until)
    if (until && until <= ports.now()) throw unknown('until', 'snooze.past', 'The instant is in the past.')
    return begin(tx, actor, { act: 'snooze', until: until?.toISOString() ?? null }, body)
  })
  http.route(bulkRoutes.read, ({ tx, actor, body }) => begin(tx, actor, { act: 'read' }, body))
  http.route(jobRoutes.list, ({ tx, actor, query }) => listJobs(tx, actor, query))
  http.route(jobRoutes.get, async ({ tx, actor, params }) => jobOf(await jobFor(tx, actor, params.id)))
  http.route(jobRoutes.items, async ({ tx, actor, params, query }) => {
    await jobFor(tx, actor, params.id)
    const rows = await pageOfItems(tx, params.id, { after: positionIn(query.cursor), state: query.state ?? null, limit: query.limit })
    const shown = rows.slice(0, query.limit)
    return {
      items: shown.map(({ position, conversation_id, contact_name, state, code }) => ({
        position,
        conversationId: conversation_id,
        contactName: contact_name,
        state,
        code,
      })),
      nextCursor: rows.length > query.limit ? String(shown.at(-1)!.position) : null,
    }
  })
  http.route(jobRoutes.cancel, ({ tx, actor, params }) => cancelJob(tx, ports, actor, params.id))
  http.route(jobRoutes.undo, async ({ tx, actor, params }) => undoJob(tx, ports, actor, await jobFor(tx, actor, params.id)))
}
