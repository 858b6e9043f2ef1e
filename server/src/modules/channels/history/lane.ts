import { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import type { QueueHandler } from '#platform/lanes/handler'
import type { PastChat, PastOutcome } from '../adapter.ts'
import type { Directory } from '../directory.ts'
import type { ByLine } from '../listening/by-line.ts'
import { changed, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { aboutOf, readHistory, readPart, storePart, type History, type Part } from './store.ts'

const Job = z.object({ channelId: z.string(), id: z.string(), chat: z.number().int() })
type Job = z.infer<typeof Job>

const queue = 'history'
/** Tries in a row; the longest wait between two is five minutes, so that a piece is given up after about a day without a line. */
const PATIENCE = 300
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 5 * 60_000

/** Pieces of a channel come one after the other, each chat by a job of its own. */
export const enqueuePart = (tx: Tx, { channelId, id, chat }: Job, runAt?: Date): void =>
  void tx.enqueue({ queue, key: channelId, payload: { channelId, id, chat } satisfies Job, ...(runAt && { runAt }) })

/** Stores what was said with one person; answers how many messages and how many files of them were not known yet. `filesBefore`: files of this link that were known before. */
export type KeepChat = (
  tx: Tx,
  past: { channelId: string; linkedAt: Date; chat: PastChat; filesBefore: number },
) => Promise<{ messages: number; files: number }>

type Wanted = { history: History; part: Part }
/** What is to be read next; null where nobody wants it any more or it is done. */
const wanted = async (tx: Tx, { channelId, id, chat }: Job, lock: '' | 'for update' = ''): Promise<Wanted | null> => {
  const history = await readHistory(tx, channelId, lock)
  const part = history && history.cancelled_at === null ? await readPart(tx, channelId, id) : null
  return part?.state === 'waiting' && part.next === chat ? { history: history!, part } : null
}

export const historyLane = (ports: ChannelsPorts, directory: Directory, byLine: ByLine, keep: KeepChat): QueueHandler => {
  const read = async (tenantId: string, job: Job): Promise<PastOutcome | null> => {
    const found = await ports.database.inTenant(tenantId, (tx) => wanted(tx, job))
    if (!found) return null
    const connection = await directory.find(job.channelId)
    if (!connection?.adapter.past) return { result: 'gone', reason: 'removed' }
    byLine.leaveToOwner(connection)
    const part: unknown = JSON.parse(ports.open(found.part.sealed!, aboutOf(tenantId, job.channelId, job.id)))
    return connection.adapter.past.read(part, { since: found.history.since, chat: job.chat }, connection.account, ports.io)
  }

  /** It is tried again after a while, or given up. */
  const postpone = async (tx: Tx, job: Job, part: Part, reason: string): Promise<void> => {
    const tries = part.tries + 1
    if (tries >= PATIENCE) return giveUp(tx, job, part, reason)
    const retryAt = new Date(ports.now().getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10)))
    await storePart(tx, job.channelId, job.id, { ...part, tries, cause: reason, retry_at: retryAt })
    enqueuePart(tx, job, retryAt)
  }
  const giveUp = async (tx: Tx, job: Job, part: Part, reason: string): Promise<void> => {
    await storePart(tx, job.channelId, job.id, { ...part, state: 'failed', cause: reason, retry_at: null })
    await writeLog(tx, ports, job.channelId, { level: 'warn', event: 'history_failed', detail: { reason } })
  }
  /** Answers whether the piece is done. */
  const bring = async (tx: Tx, job: Job, { history, part }: Wanted, { chat, chats }: Extract<PastOutcome, { result: 'read' }>): Promise<boolean> => {
    const past = { channelId: job.channelId, linkedAt: history.linked_at, filesBefore: history.files }
    const added = chat ? await keep(tx, { ...past, chat }) : { messages: 0, files: 0 }
    const next = chat ? part.next + 1 : part.next
    const state = chat && next < chats ? 'waiting' : 'done'
    await storePart(tx, job.channelId, job.id, { state, chats, next, tries: 0, cause: null, retry_at: null })
    await tx.query('update channels.history set messages = messages + $3, files = files + $4 where tenant_id = $1 and channel_id = $2', [
      tx.tenantId,
      job.channelId,
      added.messages,
      added.files,
    ])
    if (state === 'waiting') enqueuePart(tx, { ...job, chat: next })
    return state === 'done'
  }

  return {
    queue,
    concurrency: 2,
    outside: (tenantId, [job]) => read(tenantId, Job.parse(job!.payload)),
    handle: async (tx, [given], outside) => {
      const [job, outcome] = [Job.parse(given!.payload), outside as PastOutcome | null]
      const found = outcome && (await wanted(tx, job, 'for update'))
      if (!found) return
      // Hundreds of chats are no news each: whoever looks on asks again and again.
      if (outcome.result === 'read' && !(await bring(tx, job, found, outcome))) return
      if (outcome.result !== 'read') await (outcome.result === 'retry' ? postpone : giveUp)(tx, job, found.part, outcome.reason)
      changed(tx, ports, job.channelId, (await readRow(tx, job.channelId)).state)
    },
  }
}
