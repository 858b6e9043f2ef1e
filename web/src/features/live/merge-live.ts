import type { Live, ServerToClient } from '@chasqui/contracts'

type Told<Name extends 'analytics.agents.update' | 'analytics.chats.update' | 'analytics.queue.update'> = Parameters<ServerToClient[Name]>[0]

/** What came replaces what is known of the same; who is new goes to the end until the board is read again. */
const put = <Item extends { id: string }>(known: readonly Item[], come: readonly Item[]): Item[] => {
  const fresh = new Map(come.map((item) => [item.id, item]))
  const ids = new Set(known.map(({ id }) => id))
  return [...known.map((item) => fresh.get(item.id) ?? item), ...come.filter(({ id }) => !ids.has(id))]
}
/** News that is older than the board is no news. */
const isOld = (live: Live, at: string): boolean => at < live.at

export const withAgents = (live: Live, { at, agents }: Told<'analytics.agents.update'>): Live =>
  isOld(live, at) ? live : { ...live, at, agents: put(live.agents, agents) }
export const withQueues = (live: Live, { at, queues }: Told<'analytics.queue.update'>): Live =>
  isOld(live, at) ? live : { ...live, at, queues: put(live.queues, queues) }
export const withChats = (live: Live, { at, totals, atRisk }: Told<'analytics.chats.update'>): Live =>
  isOld(live, at) ? live : { ...live, at, totals, atRisk }
