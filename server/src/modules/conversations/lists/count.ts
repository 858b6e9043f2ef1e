import type { InboxCounts, InboxTab, InboxView } from '@chasqui/contracts'
import type { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import type { ConversationsPorts } from '../ports.ts'
import { heldByMe, tabSql, viewSql } from './parts.ts'

/** Counts stop at this many: nobody acts differently on more, and the statement stays fast on any size. */
const countLimit = 1000

const countSql = (condition: string) =>
  `(select count(*)::int from (select 1 from conversations.conversation c where c.tenant_id = $1 and ${condition} limit ${countLimit}) limited)`

const views = Object.keys(viewSql) as InboxView[]
const tabs = (Object.keys(tabSql) as InboxTab[]).filter((tab) => tab !== 'closed' && tab !== 'any')

type Asked = { view: InboxView; queueId?: string | undefined; withQueues: boolean }

const queuesSql = (reached: string) =>
  `(select coalesce(json_object_agg(w.id, ${countSql(`c.queue_id = w.id and ${tabSql.open}${reached}`)}), '{}') from routing.queue_card w where w.tenant_id = $1 and w.removed_at is null)`

/** How many conversations each view (its open ones) and each tab of the given view or queue hold, how many are unread, and in how many somebody is called. */
export const countConversations = async (
  tx: Tx,
  ports: ConversationsPorts,
  userId: string,
  { view, queueId, withQueues }: Asked,
): Promise<z.infer<typeof InboxCounts>> => {
  const reached = tx.sight?.reach === 'own' ? ` and ${heldByMe}` : ''
  const ofView = `${viewSql[view]}${queueId === undefined ? '' : ' and c.queue_id = $4'}`
  const parts = [
    ...views.map((name) => `${countSql(`${viewSql[name]} and ${tabSql.open}${reached}`)} as view_${name}`),
    ...tabs.map((name) => `${countSql(`${ofView} and ${tabSql[name]}${reached}`)} as tab_${name}`),
    `${countSql(`${viewSql.mine_unassigned} and ${tabSql.open} and c.unread > 0${reached}`)} as unread`,
    `(select count(distinct conversation_id)::int from conversations.mention where tenant_id = $1 and user_id = $2 and seen_at is null) as mentions`,
    ...(withQueues ? [`${queuesSql(reached)} as queues`] : []),
  ]
  const { rows } = await tx.query<Record<string, number> & { queues?: Record<string, number> }>(`select ${parts.join(', ')}`, [
    tx.tenantId,
    userId,
    ports.now(),
    ...(queueId === undefined ? [] : [queueId]),
  ])
  const counts = rows[0]!
  return {
    views: Object.fromEntries(views.map((name) => [name, counts[`view_${name}`]!])) as Record<InboxView, number>,
    tabs: { ...(Object.fromEntries(tabs.map((name) => [name, counts[`tab_${name}`]!])) as Record<InboxTab, number>), closed: 0, any: 0 },
    unread: counts.unread!,
    mentions: counts.mentions!,
    ...(counts.queues && { queues: counts.queues }),
  }
}
