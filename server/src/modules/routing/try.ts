import type { RoutingSample, RoutingTrial } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { decide } from './domain/decide.ts'
import { inOrder } from './domain/place.ts'
import { lastAgentFor, rulesOf } from './drain.ts'
import { staffOf } from './people.ts'
import { placeIn, seatIn } from './placement.ts'
import type { CampaignFacts, RoutingPorts } from './ports.ts'

const campaignFor = async (tx: Tx, ports: RoutingPorts, { campaignId, channelId }: RoutingSample): Promise<CampaignFacts> => {
  const campaign = campaignId ? await ports.campaigns.find(tx.tenantId, campaignId) : await ports.campaigns.ofChannel(tx.tenantId, channelId!)
  if (campaign) return campaign
  const [path, code, message] = campaignId
    ? (['campaignId', 'campaign.unknown', 'There is no such campaign.'] as const)
    : (['channelId', 'campaign.none_on_channel', 'No campaign at work serves this channel.'] as const)
  throw new Failure('invalid', code, message, { errors: [{ path, code, message }] })
}

const nameOf = async (tx: Tx, userId: string): Promise<{ id: string; name: string }> => {
  const { rows } = await tx.query<{ name: string }>('select name from identity.member_card where tenant_id = $1 and id = $2', [tx.tenantId, userId])
  return { id: userId, name: rows[0]?.name ?? '' }
}

/** Where a conversation would go at this moment, to whom, and why. Nothing is done. */
export const tryRouting = (tx: Tx, ports: RoutingPorts, sample: RoutingSample): Promise<RoutingTrial> =>
  tx.beyondReach(async () => {
    const campaign = await campaignFor(tx, ports, sample)
    const { queue, queues, verdicts } = await placeIn(tx, ports, campaign, {
      channelId: sample.channelId ?? null,
      words: async () => sample.words,
      tagIds: async () => sample.tagIds,
      language: async () => sample.language,
    })
    const seat = await seatIn(tx, ports, { queue, campaign })
    const staff = await staffOf(tx, ports, [seat])
    const lastAgentId = await lastAgentFor(tx, ports, seat, sample.contactId)
    const { userId, why } = decide(rulesOf(seat), { passedOver: [], lastAgentId }, staff.get(seat.queue.id)!)
    const serves = seat.queue.isOpen && seat.campaign.state === 'active' && seat.campaign.time.isOpen(ports.now())
    return {
      campaign: { id: campaign.id, name: campaign.name },
      queues: inOrder(queues).map(({ id, name }) => ({ id, name, verdict: verdicts.get(id)! })),
      queue: { id: seat.queue.id, name: seat.queue.name },
      agent: userId === null || !serves ? null : await nameOf(tx, userId),
      why,
    }
  })
