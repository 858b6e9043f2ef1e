import type { Tx } from '#platform/database/transaction'
import type { CampaignFacts, RoutingPorts } from './ports.ts'
import { insertQueue, queuesOfCampaign, type StoredQueue } from './store.ts'

const names: Record<string, string> = { pt: 'Geral', en: 'General' }

/** The queue that takes what no other of the campaign takes. It is made with the campaign, and again should it ever be missing. */
export const ensureDefault = async (
  tx: Tx,
  ports: Pick<RoutingPorts, 'now' | 'newId'>,
  { id, locale }: Pick<CampaignFacts, 'id' | 'locale'>,
): Promise<StoredQueue> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 31))', [`queues ${tx.tenantId}`])
  const queues = await queuesOfCampaign(tx, id)
  const present = queues.find(({ isDefault }) => isDefault)
  if (present) return present
  const wanted = names[locale.slice(0, 2)] ?? 'General'
  const taken = new Set(queues.map(({ name }) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`
  const now = ports.now()
  const queue: StoredQueue = {
    id: ports.newId(),
    campaignId: id,
    name,
    position: 0,
    isDefault: true,
    entry: {},
    routing: null,
    requiredSkills: [],
    preferredSkills: [],
    priority: 50,
    capacity: null,
    maxWaitSeconds: null,
    overflow: { to: 'stay' },
    tellPosition: false,
    serviceLevel: null,
    isOpen: true,
    createdAt: now,
    updatedAt: now,
  }
  await insertQueue(tx, queue)
  return queue
}

/** Takes the queues of a campaign away, when nobody ever waited in one and no other queue sends people there. */
export const letGo = async (tx: Tx, campaignId: string): Promise<boolean> => {
  const { rows } = await tx.query(
    `select 1 from routing.queue q where q.tenant_id = $1 and q.campaign_id = $2 and (
       exists (select 1 from routing.wait w where w.tenant_id = $1 and w.queue_id = q.id) or exists (select 1 from routing.assignment a where a.tenant_id = $1 and a.queue_id = q.id)
       or exists (select 1 from conversations.conversation_fact f where f.tenant_id = $1 and f.queue_id = q.id)
       or exists (select 1 from routing.queue o where o.tenant_id = $1 and o.campaign_id <> $2 and o.overflow ->> 'queueId' = q.id::text and o.removed_at is null)) limit 1`,
    [tx.tenantId, campaignId],
  )
  if (rows.length > 0) return false
  for (const table of ['queue_agent', 'queue_team', 'turn'])
    await tx.query(
      `delete from routing.${table} t using routing.queue q where q.tenant_id = $1 and q.campaign_id = $2 and t.tenant_id = q.tenant_id and t.queue_id = q.id`,
      [tx.tenantId, campaignId],
    )
  await tx.query('delete from routing.queue where tenant_id = $1 and campaign_id = $2', [tx.tenantId, campaignId])
  return true
}
