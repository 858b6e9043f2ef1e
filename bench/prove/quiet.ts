import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from '../product/api.ts'
import type { StandIn } from '../stand-in/start-graph.ts'

const lookEveryMs = 500
const stillForMs = 3000

type Look = { moving: string; waiting: number }

/** What can be seen from outside: the newest event, unsettled sends, and what the stand-in took and still has to report. */
const look = async (api: Api, standIn: StandIn): Promise<Look> => {
  const { states } = await api.get<{ states: Partial<Record<string, number>> }>('/api/queue/stats')
  const { lastSeq } = await api.get<{ lastSeq: number }>(`/api/events?after=${Number.MAX_SAFE_INTEGER}&limit=1`)
  const { accepted, statusesQueued, statusesDelivered } = await standIn.stats()
  const unsent = (states['pending'] ?? 0) + (states['processing'] ?? 0)
  return { moving: JSON.stringify([states, lastSeq, accepted, statusesDelivered]), waiting: unsent + statusesQueued - statusesDelivered }
}

/** Waits until nothing has changed for 3 s and nothing waits; false when that does not come true in time. */
export const untilQuiet = async (api: Api, standIn: StandIn, withinMs: number): Promise<boolean> => {
  const giveUpAt = performance.now() + withinMs
  let last = ''
  let stillSince = performance.now()
  while (performance.now() < giveUpAt) {
    const { moving, waiting } = await look(api, standIn)
    if (moving !== last || waiting > 0) stillSince = performance.now()
    if (performance.now() - stillSince > stillForMs) return true
    last = moving
    await pause(lookEveryMs)
  }
  return false
}
