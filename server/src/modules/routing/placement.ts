import type { Tx } from '#platform/database/transaction'
import { place, type Arrival, type Verdict } from './domain/place.ts'
import { loadPercent, staffOf, type Served } from './people.ts'
import type { CampaignFacts, ConversationFacts, RoutingPorts } from './ports.ts'
import { ensureDefault } from './default-queue.ts'
import { findQueue, lockQueue, queuesOfCampaign, type StoredQueue } from './store.ts'
import { countWaiting } from './waits.ts'

/** What is asked of an arrival only where a queue goes by it. */
export type Sources = { channelId: string | null; words(): Promise<string>; tagIds(): Promise<string[]>; language(): Promise<string | null> }

const arrivalOf = async (tx: Tx, ports: RoutingPorts, campaign: CampaignFacts, queues: StoredQueue[], sources: Sources): Promise<Arrival> => {
  const asksFor = (key: keyof StoredQueue['entry']) => queues.some(({ entry, isDefault }) => !isDefault && entry[key] !== undefined)
  return {
    channelId: sources.channelId,
    words: asksFor('keywords') ? await sources.words() : '',
    tagIds: asksFor('tagIds') ? await sources.tagIds() : [],
    language: asksFor('languages') ? await sources.language() : null,
    load: asksFor('loadAbove')
      ? loadPercent(
          await staffOf(
            tx,
            ports,
            queues.map((queue) => ({ queue, campaign })),
          ),
        )
      : null,
  }
}

export type Placed = { queue: StoredQueue; queues: StoredQueue[]; verdicts: Map<string, Verdict> }

/** The queue of a campaign for what arrives. There is always one: where the default queue is missing, it is made. */
export const placeIn = async (tx: Tx, ports: RoutingPorts, campaign: CampaignFacts, sources: Sources): Promise<Placed> => {
  const found = await queuesOfCampaign(tx, campaign.id)
  const queues = found.some(({ isDefault }) => isDefault) ? found : [...found, await ensureDefault(tx, ports, campaign)]
  const { queue, verdicts } = place(queues, await arrivalOf(tx, ports, campaign, queues, sources))
  return { queue: queue!, queues, verdicts }
}

/** Of a conversation: its stored words and what was said in this very turn. */
export const sourcesOf = (tx: Tx, ports: RoutingPorts, now: ConversationFacts, heard: readonly string[]): Sources => ({
  channelId: now.channelId,
  words: async () => [...heard, ...(await ports.conversations.lastWords(tx, now.id))].join('\n'),
  tagIds: () => ports.conversations.tagsOfContact(tx, now.contactId),
  language: () => ports.languageOf(tx, now.contactId),
})

/** Where to wait, and whether that queue has no place left and sends on what comes. */
export type Seat = Served & { isFull: boolean }

/**
 * A place in a queue, or in the one that takes what this one has no place for, and so on; no queue is asked twice. Where each is full the first keeps it:
 * nobody is sent away for nothing.
 */
export const seatIn = async (tx: Tx, ports: RoutingPorts, wanted: Served): Promise<Seat> => {
  const asked = new Set<string>()
  let served = wanted
  for (;;) {
    const { queue } = served
    if (queue.capacity === null) return { ...served, isFull: false }
    // One after the other, also those who travel in one transaction.
    tx.own(`queue ${queue.id}`)
    await lockQueue(tx, queue.id)
    if ((await countWaiting(tx, queue.id)) < queue.capacity) return { ...served, isFull: false }
    asked.add(queue.id)
    const next = queue.overflow.to === 'queue' && !asked.has(queue.overflow.queueId) ? await atWork(tx, ports, queue.overflow.queueId) : null
    if (!next) return queue.overflow.to === 'queue' ? { ...wanted, isFull: true } : { ...served, isFull: true }
    served = next
  }
}

/** A queue whose campaign works and that takes somebody; null where there is none such. */
export const atWork = async (tx: Tx, ports: RoutingPorts, queueId: string): Promise<Served | null> => {
  const queue = await findQueue(tx, queueId)
  const campaign = queue?.isOpen ? await ports.campaigns.find(tx.tenantId, queue.campaignId) : null
  return queue && campaign?.state === 'active' ? { queue, campaign } : null
}
