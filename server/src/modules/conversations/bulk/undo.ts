import type { JobAct } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { assignTo } from '../acts/assign.ts'
import type { By } from '../acts/by.ts'
import { reopenConversation } from '../acts/close.ts'
import { setFloor } from '../acts/floor.ts'
import { markUnread } from '../acts/read.ts'
import { recorded } from '../acts/recorded.ts'
import { snooze } from '../acts/snooze.ts'
import { setStatus } from '../acts/state.ts'
import { setTags } from '../acts/tags.ts'
import { retagged, tagsOnlyIn } from '../domain/tag-names.ts'
import type { ConversationsPorts } from '../ports.ts'
import { bulkFacts, type BulkFacts } from './facts.ts'
import type { BulkResult } from './perform.ts'

/** Somebody did something with it after the job: it stays as they left it. */
const changedSince = { code: 'conversation.changed' }

/** Whether a conversation is, in what the act was about, as the job left it. */
const isAsLeft = (act: JobAct, now: BulkFacts, { after }: { after: BulkFacts }): boolean => {
  switch (act) {
    case 'assign':
      return now.state !== 'closed' && now.assigneeId === after.assigneeId
    case 'tag':
      return true
    case 'close':
      return now.state === 'closed' && now.closedAt === after.closedAt
    case 'snooze':
      return now.state !== 'closed' && now.snoozedUntil === after.snoozedUntil
    case 'read':
      return now.unread === 0 && now.lastSeq === after.lastSeq
  }
}

/** Takes back what a job made of a conversation, by the acts that people have for it. */
export const undoBulk = async (
  tx: Tx,
  ports: ConversationsPorts,
  id: string,
  by: By,
  act: JobAct,
  trace: { before: BulkFacts; after: BulkFacts },
): Promise<BulkResult> => {
  const now = await bulkFacts(tx, ports, id)
  if (!isAsLeft(act, now, trace)) return changedSince
  const { before, after } = trace
  const sleepAgain = async (): Promise<void> => {
    const until = before.snoozedUntil === null ? null : new Date(before.snoozedUntil)
    const isOver = until !== null && until <= ports.now()
    if (until !== null || act === 'snooze') await snooze(tx, ports, id, isOver ? null : until)
  }
  const back = async (): Promise<void> => {
    switch (act) {
      case 'assign':
        await assignTo(tx, ports, id, by, before.assigneeId)
        if (before.floor === 'flow') await setFloor(tx, ports, id, by, 'flow')
        return
      case 'tag':
        return setTags(tx, ports, id, retagged(now.tags, { add: tagsOnlyIn(before.tags, after.tags), remove: tagsOnlyIn(after.tags, before.tags) }))
      case 'close':
        await reopenConversation(tx, ports, id, by)
        if (before.floor === 'flow') await setFloor(tx, ports, id, by, 'flow')
        if (before.state === 'pending') await setStatus(tx, ports, id, by, 'pending', null)
        return sleepAgain()
      case 'snooze':
        return sleepAgain()
      case 'read':
        return markUnread(tx, ports, id, before.unread)
    }
  }
  await (act === 'read' ? back() : recorded(tx, ports, id, back))
  return { before: now, after: await bulkFacts(tx, ports, id) }
}
