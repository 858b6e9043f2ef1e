import type { Tx } from '#platform/database/transaction'
import { unaccepted } from './assignments.ts'
import { expectedWait, isNews, positionText, quietSeconds } from './domain/position.ts'
import { staffOf } from './people.ts'
import { atWork } from './placement.ts'
import type { Because, RoutingPorts } from './ports.ts'
import { findQueue, type StoredQueue } from './store.ts'
import { openWait, type Wait } from './waits.ts'
import { wake } from './wake.ts'

/** What falls due for conversations that wait, and for those that were given to somebody. */
export type RoutingTimer =
  /** `atOnce`: there was no place. Otherwise it is over when the wait says so, which may have become later. */
  | { type: 'wait_over'; conversationId: string; waitId: string; atOnce?: true }
  | { type: 'not_accepted'; conversationId: string; assignmentId: string }
  | { type: 'tell_position'; conversationId: string; waitId: string }
  | { type: 'campaign_opens'; campaignId: string }

const overflowed: Because = { overflowed: true }

const promise = async (tx: Tx, ports: RoutingPorts, { conversationId, queueId }: Wait, text: string): Promise<void> => {
  await ports.conversations.promiseCallback(tx, conversationId, text, overflowed)
  await tx.query(
    `insert into routing.callback (tenant_id, id, conversation_id, queue_id, at) values ($1, $2, $3, $4, $5) on conflict (tenant_id, conversation_id) where done_at is null do nothing`,
    [tx.tenantId, ports.newId(), conversationId, queueId, ports.now()],
  )
}

/** The longest wait is over, or there was no place: what the queue says is done. What cannot be done leaves the customer where they are. */
const overflow = async (tx: Tx, ports: RoutingPorts, wait: Wait, { overflow: rule }: StoredQueue): Promise<void> => {
  switch (rule.to) {
    case 'stay':
      return
    case 'queue': {
      const target = await atWork(tx, ports, rule.queueId)
      if (target)
        await ports.conversations.moveWaiting(tx, wait.conversationId, { campaignId: target.campaign.id, queueId: target.queue.id, because: overflowed })
      return
    }
    case 'flow':
      if (await ports.flowIsPublished(tx, rule.flowId)) await ports.conversations.beginFlow(tx, wait.conversationId, rule.flowId, overflowed)
      return
    case 'callback':
      return promise(tx, ports, wait, rule.text)
    case 'close':
      return ports.conversations.closeWaiting(tx, wait.conversationId, rule.text, overflowed)
  }
}

/** Where a campaign rests nobody is sent on; it is looked at again after so many seconds. */
const restSeconds = 600

const endLongWait = async (tx: Tx, ports: RoutingPorts, timer: Extract<RoutingTimer, { type: 'wait_over' }>): Promise<void> => {
  const wait = await openWait(tx, timer.waitId)
  const queue = wait && (await findQueue(tx, wait.queueId))
  const campaign = queue && (await ports.campaigns.find(tx.tenantId, queue.campaignId))
  if (!wait || !campaign) return
  const now = ports.now()
  if (!timer.atOnce && wait.leaveAt !== null && wait.leaveAt > now) return
  const later = campaign.state === 'active' ? (campaign.time.isOpen(now) ? null : campaign.time.nextOpening(now)) : new Date(now.getTime() + restSeconds * 1000)
  if (later) return tx.enqueue({ queue: 'due', key: wait.conversationId, payload: timer, runAt: later })
  await overflow(tx, ports, wait, queue)
}

/** How many are served before a wait, and itself. */
const positionOf = async (tx: Tx, { id, queueId, priority, since }: Wait): Promise<number> =>
  (
    await tx.query<{ position: number }>(
      `select count(*)::int + 1 as position from routing.wait w where w.tenant_id = $1 and w.queue_id = $2 and w.ended_at is null
         and (w.priority > $3 or (w.priority = $3 and (w.since < $4 or (w.since = $4 and w.id < $5))))`,
      [tx.tenantId, queueId, priority, since, id],
    )
  ).rows[0]!.position

/** Seconds that the last ones of a queue waited until somebody had them. */
const recentWaits = async (tx: Tx, queueId: string): Promise<number[]> =>
  (
    await tx.query<{ seconds: number }>(
      `select extract(epoch from ended_at - since)::float8 as seconds from routing.wait where tenant_id = $1 and queue_id = $2 and ended_at is not null and outcome in ('assigned', 'taken')
       order by ended_at desc limit 50`,
      [tx.tenantId, queueId],
    )
  ).rows.map(({ seconds }) => seconds)

/** Tells a customer their place in the line, if it is news, and looks again after a while as long as they wait. */
const tellPosition = async (tx: Tx, ports: RoutingPorts, { conversationId, waitId }: { conversationId: string; waitId: string }): Promise<void> => {
  const now = ports.now()
  let goesOn = false
  await ports.conversations.tellWaiting(tx, conversationId, async () => {
    const wait = await openWait(tx, waitId)
    const queue = wait && (await findQueue(tx, wait.queueId))
    const campaign = queue && (await ports.campaigns.find(tx.tenantId, queue.campaignId))
    if (!wait || !campaign || !queue.tellPosition) return null
    goesOn = true
    const position = await positionOf(tx, wait)
    if (campaign.state !== 'active' || !campaign.time.isOpen(now) || !isNews(wait.told, position, now)) return null
    const present = (await staffOf(tx, ports, [{ queue, campaign }])).get(queue.id)!.filter(({ state, mayReply }) => state === 'available' && mayReply).length
    await tx.query('update routing.wait set told_position = $3, told_at = $4 where tenant_id = $1 and id = $2', [tx.tenantId, waitId, position, now])
    const seconds = expectedWait(await recentWaits(tx, queue.id), position, present)
    return (language) => positionText(language ?? campaign.locale, position, seconds)
  })
  if (goesOn)
    tx.enqueue({
      queue: 'due',
      key: conversationId,
      payload: { type: 'tell_position', conversationId, waitId },
      runAt: new Date(now.getTime() + quietSeconds * 1000),
    })
}

/** Whoever was given one and did not begin loses it to the others. */
const returnUnaccepted = async (
  tx: Tx,
  ports: RoutingPorts,
  { conversationId, assignmentId }: { conversationId: string; assignmentId: string },
): Promise<void> => {
  const open = await unaccepted(tx, assignmentId)
  if (!open) return
  const outcome = await ports.conversations.takeBack(tx, conversationId, {
    from: open.agentId,
    end: 'not_accepted',
    still: ({ state, snoozedUntil }) => state === 'assigned' && snoozedUntil === null,
  })
  if (outcome === 'held') tx.enqueue({ queue: 'due', key: conversationId, payload: { type: 'not_accepted', conversationId, assignmentId } })
}

export const isRoutingTimer = (payload: { type: string }): payload is RoutingTimer =>
  ['wait_over', 'not_accepted', 'tell_position', 'campaign_opens'].includes(payload.type)

/** Something fell due. What it speaks of may be over by then. */
export const fallDue = async (tx: Tx, ports: RoutingPorts, timer: RoutingTimer): Promise<void> => {
  switch (timer.type) {
    case 'campaign_opens':
      return wake(tx, ports)
    case 'not_accepted':
      return returnUnaccepted(tx, ports, timer)
    case 'tell_position':
      return tellPosition(tx, ports, timer)
    case 'wait_over':
      return endLongWait(tx, ports, timer)
  }
}
