import type { StoredEvent } from '@chasqui/contracts'
import type { Conversations } from '#conversations'
import type { Tx } from '#platform/database/transaction'
import type { Emission } from '#platform/realtime/hub'

type Simple = (event: StoredEvent) => Emission | null

const queueUpdated: Simple = ({ seq, payload }) => ({ name: 'queue.updated', message: { seq, queueId: payload.queueId }, audience: 'everyone' })

/** Events that screens hear by a message of their own, with the ids in them. Everything else only moves the cursor. */
const simple: Record<string, Simple> = {
  'campaign.changed': ({ seq, payload }) => ({ name: 'campaign.updated', message: { seq, campaignId: payload.campaignId }, audience: 'everyone' }),
  'channel.changed': ({ seq, payload }) => ({ name: 'channel.updated', message: { seq, channelId: payload.channelId }, audience: 'everyone' }),
  'flow.published': ({ seq, payload }) => ({ name: 'flow.updated', message: { seq, flowId: payload.flowId }, audience: 'everyone' }),
  'member.changed': ({ seq, payload }) => ({ name: 'member.updated', message: { seq, userId: payload.userId }, audience: 'everyone' }),
  'agent.status_changed': ({ seq, payload }) => ({ name: 'agent.status', message: { seq, ...payload }, audience: 'everyone' }),
  'conversation.queued': queueUpdated,
  'conversation.left_queue': queueUpdated,
  'queue.changed': queueUpdated,
  'reply.changed': ({ seq, payload }) => ({ name: 'reply.updated', message: { seq, replyId: payload.replyId }, audience: 'everyone' }),
  'team.changed': ({ seq, payload }) => ({ name: 'team.updated', message: { seq, teamId: payload.teamId }, audience: 'everyone' }),
  'simulator.screen_changed': ({ seq, payload }) => ({ name: 'simulator.screen', message: { seq, ...payload }, audience: 'simulator' }),
}

/** What a batch of the tenant's events means for its browsers, in order of their sequence; the cursor moves for everyone. */
export const translateEvents =
  (conversations: Conversations) =>
  async (tx: Tx, events: StoredEvent[]): Promise<Emission[]> => {
    if (events.length === 0) return []
    const told = await conversations.tellScreens(tx, events)
    const emissions = events.flatMap((event): Emission[] => {
      const own = told.filter(({ seq }) => seq === event.seq).map(({ name, message, audience }): Emission => ({ name, message, audience }))
      const other = simple[event.type]?.(event)
      return other ? [...own, other] : own
    })
    return [...emissions, { name: 'cursor.moved', message: { seq: events.at(-1)!.seq }, audience: 'everyone' }]
  }
