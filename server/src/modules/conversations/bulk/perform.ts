import type { JobOrder } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { assignTo } from '../acts/assign.ts'
import type { By } from '../acts/by.ts'
import { closeConversation } from '../acts/close.ts'
import { markRead } from '../acts/read.ts'
import { recorded } from '../acts/recorded.ts'
import { snooze } from '../acts/snooze.ts'
import { setTags } from '../acts/tags.ts'
import { retagged } from '../domain/tag-names.ts'
import type { ConversationsPorts } from '../ports.ts'
import { bulkFacts, type BulkFacts } from './facts.ts'

/** What an act of a job made of a conversation, or why it did nothing (`code` null: there was nothing to do). */
export type BulkResult = { before: BulkFacts; after: BulkFacts } | { code: string | null }

const mostTags = 20

const tagsAfter = (order: Extract<JobOrder, { act: 'tag' }>, { tags }: BulkFacts): string[] => {
  const names = retagged(tags, order)
  if (names.length > mostTags) throw new Failure('invalid', 'tags.too_many', `A conversation has at most ${mostTags} tags.`)
  return names
}

const isThereAlready = (order: JobOrder, facts: BulkFacts): boolean => {
  switch (order.act) {
    case 'assign':
      return facts.state !== 'closed' && facts.assigneeId === (order.to?.id ?? null)
    case 'tag':
      return tagsAfter(order, facts).toSorted().join('\n') === facts.tags.toSorted().join('\n')
    case 'close':
      return facts.state === 'closed'
    case 'snooze':
      return facts.state !== 'closed' && facts.snoozedUntil === order.until
    case 'read':
      return facts.unread === 0
  }
}

/** One conversation of a job: the same act as by hand, recorded like it. */
export const performBulk = async (tx: Tx, ports: ConversationsPorts, id: string, by: By, order: JobOrder): Promise<BulkResult> => {
  const before = await bulkFacts(tx, ports, id)
  if (isThereAlready(order, before)) return { code: null }
  const act = async (): Promise<unknown> => {
    switch (order.act) {
      case 'assign':
        return assignTo(tx, ports, id, by, order.to?.id ?? null)
      case 'tag':
        return setTags(tx, ports, id, tagsAfter(order, before))
      case 'close': {
        const { reason, reasonId, note, survey } = order
        return closeConversation(tx, ports, id, by, {
          reason,
          ...(survey !== null && { survey }),
          ...(reasonId !== null && { reasonId }),
          ...(note !== null && { note }),
        })
      }
      case 'snooze':
        return snooze(tx, ports, id, order.until === null ? null : new Date(order.until))
      case 'read':
        return markRead(tx, ports, id)
    }
  }
  // What was read leaves no record by hand either.
  await (order.act === 'read' ? act() : recorded(tx, ports, id, act))
  return { before, after: await bulkFacts(tx, ports, id) }
}
