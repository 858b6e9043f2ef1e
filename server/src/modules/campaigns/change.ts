import { isDeepStrictEqual } from 'node:util'
import type { Campaign, CampaignChange, CampaignSettings } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { checkCampaign, checkFree } from './check.ts'
import { trailFacts } from './domain/trail-facts.ts'
import { keyOfHours } from './hours.ts'
import type { CampaignsPorts } from './ports.ts'
import { dropCampaign, findCampaign, writeCampaign, type StoredCampaign } from './store.ts'
import { campaignOf, zoneOfBusiness } from './views.ts'

/** One writer of campaigns at a time per tenant, so that two that want one name or channel meet the check and not the index. */
const oneAtATime = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 30))', [`campaigns ${tx.tenantId}`])

const store = async (tx: Tx, ports: CampaignsPorts, campaign: StoredCampaign): Promise<void> => {
  await writeCampaign(tx, campaign)
  await ports.ensureTags(tx, campaign.tags)
  if (campaign.state === 'active' && campaign.channelIds.length > 0) ports.adopt(tx, { campaignId: campaign.id, after: null })
  changed(tx, ports, campaign.id)
}

const changed = (tx: Tx, ports: CampaignsPorts, campaignId: string): void => {
  tx.publish({ type: 'campaign.changed', payload: { campaignId } })
  tx.afterCommit(() => ports.hints.changed('campaign', tx.tenantId))
  ports.changed(tx, campaignId)
}

const finished = () => new Failure('conflict', 'campaign.finished', 'This campaign is over and stays as it was.')

export const createCampaign = async (tx: Tx, ports: CampaignsPorts, settings: CampaignSettings): Promise<Campaign> => {
  if (settings.state === 'finished') throw finished()
  const now = ports.now()
  const campaign: StoredCampaign = { ...settings, id: ports.newId(), createdAt: now, updatedAt: now }
  await oneAtATime(tx)
  await checkCampaign(tx, ports, campaign)
  await checkFree(tx, campaign.id, campaign)
  await store(tx, ports, campaign)
  await ports.made(tx, campaign)
  tx.record({ subject: { kind: 'campaign', id: campaign.id, name: campaign.name }, after: trailFacts(campaign) })
  return campaignOf(ports, tx.tenantId, campaign)
}

const given = (change: CampaignChange): Partial<CampaignSettings> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

/** What is over lets go of its channels: another campaign may serve them. */
const overIfFinished = (campaign: StoredCampaign): StoredCampaign => (campaign.state === 'finished' ? { ...campaign, channelIds: [] } : campaign)

/** What is owed to those who are served now moves with other hours and other promises, however many they are: a job does it. */
const moveWith = async (tx: Tx, ports: CampaignsPorts, before: StoredCampaign, after: StoredCampaign): Promise<void> => {
  const business = await zoneOfBusiness(ports, tx.tenantId)
  const hoursOf = ({ hours, timeZone }: StoredCampaign) => ({ hours, zone: timeZone ?? business })
  const isSame = keyOfHours(hoursOf(before)) === keyOfHours(hoursOf(after)) && isDeepStrictEqual(before.serviceLevel, after.serviceLevel)
  if (!isSame) ports.promisesOtherwise(tx, { campaignId: after.id, at: ports.now(), before: hoursOf(before), after: hoursOf(after) })
}

export const updateCampaign = async (tx: Tx, ports: CampaignsPorts, id: string, change: CampaignChange): Promise<Campaign> => {
  await oneAtATime(tx)
  const before = await findCampaign(tx, id, 'for update of c')
  if (!before) throw absent('campaign')
  if (before.state === 'finished') throw finished()
  const after = overIfFinished({ ...before, ...given(change), updatedAt: ports.now() })
  // What is over may name a flow that is gone.
  if (after.state !== 'finished') {
    await checkCampaign(tx, ports, after)
    await checkFree(tx, id, after)
  }
  await store(tx, ports, after)
  await moveWith(tx, ports, before, after)
  tx.record({ subject: { kind: 'campaign', id, name: after.name }, ...difference(trailFacts(before), trailFacts(after)) })
  return campaignOf(ports, tx.tenantId, after)
}

const hasServed = (tx: Tx, id: string): Promise<boolean> =>
  tx.beyondReach(
    async () =>
      (await tx.query('select 1 from conversations.conversation_fact where tenant_id = $1 and campaign_id = $2 limit 1', [tx.tenantId, id])).rows.length > 0,
  )

/** Removes a campaign that nothing came of; one that has served conversations is finished and stays, for them. */
export const removeCampaign = async (tx: Tx, ports: CampaignsPorts, id: string): Promise<void> => {
  await oneAtATime(tx)
  const before = await findCampaign(tx, id, 'for update of c')
  if (!before) throw absent('campaign')
  const stays = (await hasServed(tx, id)) || !(await ports.letGo(tx, id))
  if (stays && before.state === 'finished') throw new Failure('conflict', 'campaign.has_history', 'It has served conversations and stays for them, finished.')
  if (stays) await store(tx, ports, overIfFinished({ ...before, state: 'finished', updatedAt: ports.now() }))
  else {
    await dropCampaign(tx, id)
    changed(tx, ports, id)
  }
  tx.record({ subject: { kind: 'campaign', id, name: before.name }, before: trailFacts(before), ...(stays && { after: { state: 'finished' } }) })
}
