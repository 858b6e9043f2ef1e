import type { Live } from '@chasqui/contracts'
import { liveRoutes } from '@chasqui/contracts/http/live'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { asked, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { tell, useConnection, useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'
import { withAgents, withChats, withQueues } from './merge-live.ts'

const inputOf = (campaignId: string | undefined) => ({ query: campaignId ? { campaignId } : {} })
const keyFor = (campaignId: string | undefined) => keyOf(liveRoutes.read, inputOf(campaignId))
const readAgain = (campaignId: string | undefined) => void queryClient.invalidateQueries({ queryKey: keyFor(campaignId), exact: true })

/** The board of all campaigns or one, kept right by the live connection; watched anew after each loss of it. */
export const useLive = (campaignId: string | undefined) => {
  const connection = useConnection().state
  // Numbers of today and of the last minutes move without any event.
  const live = useQuery({ ...asked(liveRoutes.read, inputOf(campaignId)), refetchInterval: 60_000 })
  const change = (merge: (known: Live) => Live) => queryClient.changeKnown(keyFor(campaignId), merge)
  useRealtime('analytics.agents.update', (told) => change((known) => withAgents(known, told)))
  useRealtime('analytics.queue.update', (told) => change((known) => withQueues(known, told)))
  useRealtime('analytics.chats.update', (told) => change((known) => withChats(known, told)))
  // A queue that was made, opened or removed stands elsewhere in the board.
  const reread = useSettled(() => readAgain(campaignId), 1000)
  useRealtime('queue.updated', reread)
  useRealtime('campaign.updated', reread)
  useEffect(() => {
    if (connection !== 'connected') return
    tell('live.watch', inputOf(campaignId).query)
    // What happened between the reading and the watching.
    readAgain(campaignId)
    return () => tell('live.leave')
  }, [connection, campaignId])
  return live
}

export const readLiveAgain = () => Promise.all([liveRoutes.read, liveRoutes.rows].map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })))
