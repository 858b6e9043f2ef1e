import type { WebhookCalls, WebhookVerdict } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'

/** So many calls are kept for a channel, each sort by itself: whoever posts forged ones all day pushes out none that were taken. */
const kept = { taken: 20, refused: 10 } as const
/** Channels whose calls are kept at once; those that were not called for the longest are forgotten first. */
const mostChannels = 2000

type Call = { at: number; verdict: WebhookVerdict; items: number | null }
type Heard = { counts: Partial<Record<WebhookVerdict, number>>; taken: Call[]; refused: Call[] }

export type Calls = {
  /** Called on the hot path: nothing but memory is touched. */
  note(channelId: string, verdict: WebhookVerdict, items?: number): void
  read(channelId: string): WebhookCalls
}

const isTaken = (verdict: WebhookVerdict): boolean => verdict === 'stored' || verdict === 'verified'

/** The last calls at the addresses of channels, in the memory of this process: a row for each would cost what keeping the call itself costs. */
export const createCalls = ({ now }: { now(): Date }): Calls => {
  const since = now()
  const channels = new LRUCache<string, Heard>({ max: mostChannels })
  const heardBy = (channelId: string): Heard => {
    const known = channels.get(channelId)
    if (known) return known
    const heard: Heard = { counts: {}, taken: [], refused: [] }
    channels.set(channelId, heard)
    return heard
  }
  return {
    note: (channelId, verdict, items) => {
      const heard = heardBy(channelId)
      heard.counts[verdict] = (heard.counts[verdict] ?? 0) + 1
      const sort = isTaken(verdict) ? 'taken' : 'refused'
      heard[sort].push({ at: now().getTime(), verdict, items: items ?? null })
      if (heard[sort].length > kept[sort]) heard[sort].shift()
    },
    read: (channelId) => {
      const { counts, taken, refused } = channels.get(channelId) ?? { counts: {}, taken: [], refused: [] }
      const newest = [...taken, ...refused].toSorted((one, other) => other.at - one.at)
      return { since: since.toISOString(), counts: { ...counts }, items: newest.map((call) => ({ ...call, at: new Date(call.at).toISOString() })) }
    },
  }
}
