import { KnownCalls, WebhookVerdict, type WebhookCalls } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import type { Peers } from '#platform/events/peers'

/** So many calls are kept for a channel, each sort by itself: whoever posts forged ones all day pushes out none that were taken. */
const kept = { taken: 20, refused: 10 } as const
/** Channels whose calls are kept at once; those that were not called for the longest are forgotten first. */
const mostChannels = 2000

type Call = { at: number; verdict: WebhookVerdict; items: number | null }
type Heard = { counts: Partial<Record<WebhookVerdict, number>>; taken: Call[]; refused: Call[] }

export type Calls = {
  /** Called on the hot path: nothing but memory is touched. */
  note(channelId: string, verdict: WebhookVerdict, items?: number): void
  /** As this process knows them, and all others. */
  read(channelId: string): Promise<WebhookCalls>
}

/** What processes ask each other for. */
const topic = 'webhook_calls'

const isTaken = (verdict: WebhookVerdict): boolean => verdict === 'stored' || verdict === 'verified'

/** What several processes know of one channel, as if one knew it all. */
const together = (all: readonly KnownCalls[]): KnownCalls => {
  const newest = all.flatMap(({ items }) => items).toSorted((one, other) => other.at.localeCompare(one.at))
  const [taken, refused] = [newest.filter(({ verdict }) => isTaken(verdict)).slice(0, kept.taken), newest.filter(({ verdict }) => !isTaken(verdict))]
  const shown = new Set([...taken, ...refused.slice(0, kept.refused)])
  const counted = WebhookVerdict.options.map((verdict) => [verdict, all.reduce((sum, { counts }) => sum + (counts[verdict] ?? 0), 0)] as const)
  return {
    since: all
      .map(({ since }) => since)
      .toSorted()
      .at(-1)!,
    counts: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    items: newest.filter((call) => shown.has(call)),
  }
}

/** The last calls at the addresses of channels, in the memory of each process: a row for each would cost what keeping the call itself costs. Whoever looks has the others asked. */
export const createCalls = ({ now, peers }: { now(): Date; peers: Peers }): Calls => {
  const since = now()
  const channels = new LRUCache<string, Heard>({ max: mostChannels })
  const heardBy = (channelId: string): Heard => {
    const known = channels.get(channelId)
    if (known) return known
    const heard: Heard = { counts: {}, taken: [], refused: [] }
    channels.set(channelId, heard)
    return heard
  }
  const known = (channelId: string): KnownCalls => {
    const { counts, taken, refused } = channels.get(channelId) ?? { counts: {}, taken: [], refused: [] }
    const newest = [...taken, ...refused].toSorted((one, other) => other.at - one.at)
    return { since: since.toISOString(), counts: { ...counts }, items: newest.map((call) => ({ ...call, at: new Date(call.at).toISOString() })) }
  }
  peers.answerFor(topic, known)
  return {
    note: (channelId, verdict, items) => {
      const heard = heardBy(channelId)
      heard.counts[verdict] = (heard.counts[verdict] ?? 0) + 1
      const sort = isTaken(verdict) ? 'taken' : 'refused'
      heard[sort].push({ at: now().getTime(), verdict, items: items ?? null })
      if (heard[sort].length > kept[sort]) heard[sort].shift()
    },
    read: async (channelId) => {
      const { answers, silent } = await peers.ask(topic, channelId)
      // One of another version may say something else: what is not understood is missing.
      const understood = answers.flatMap((answer) => KnownCalls.safeParse(answer).data ?? [])
      const all = [known(channelId), ...understood]
      return { ...together(all), processes: all.length, silent: silent + answers.length - understood.length }
    },
  }
}
