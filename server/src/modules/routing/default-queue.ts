import type { Tx } from '#platform/database/transaction'
import type { CampaignFacts, RoutingPorts } from './ports.ts'
import { insertQueue, queuesOfCampaign, type StoredQueue } from './store.ts'

const names: Record<string, string> = { pt: 'Geral', en: 'General' }

/** The queue that takes what no other of the campaign takes. It is made with the campaign, and again should it ever be missing. */
export const ensureDefault = async (tx: Tx, ports: Pick<RoutingPorts, 'now' | 'newId'>, { id, locale }: Pick<CampaignFacts, 'id' | 'locale'>): Promise<StoredQueue> => {
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
