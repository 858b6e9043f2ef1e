import type { Channel, FlowDefinition } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { behaviourOfTrigger } from '@chasqui/flow/triggers/behaviours'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { useUsers } from '../list/use-flows.ts'

/** Whether it begins only where a channel or a campaign answers with it: nothing else would ever begin it by itself. */
export const waitsForPlace = ({ triggers }: Pick<FlowDefinition, 'triggers'>): boolean => {
  const needs = triggers.map((trigger) => behaviourOfTrigger(trigger).needsPlace === true)
  return needs.includes(true) && triggers.every(({ type }, at) => needs[at] || type === 'by_person')
}

/** Where a flow answers, and where it could. `isNowhere` only where that is known for certain. */
export const useAnswering = (flowId: string) => {
  const { data } = useQuery({ ...asked(channelRoutes.list, { query: { limit: 100 } }), enabled: useCan('channels.read') })
  const users = useUsers()(flowId)
  return { channels: data?.items ?? [], users, isNowhere: data !== undefined && users.length === 0 }
}

/** The channels that are to answer with the flow: where there is one alone and nothing answers there yet, it is meant. */
export const useChosenChannels = (channels: readonly Channel[]) => {
  const [own, setOwn] = useState<readonly string[] | null>(null)
  const usual = channels.length === 1 ? channels.filter(({ flowId }) => flowId === null).map(({ id }) => id) : []
  const chosen = own ?? usual
  const toggle = (id: string) => setOwn(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return { chosen: channels.filter(({ id }) => chosen.includes(id)), toggle }
}

/** How a flow is called that answers now. */
export const useFlowNames = () => {
  const { data } = useQuery(asked(flowRoutes.list, { query: { limit: 200 } }))
  return (id: string): string | undefined => data?.items.find((flow) => flow.id === id)?.name
}

/** Lets the flow answer there; it has to be published. */
export const answerIn = async (flowId: string, channels: readonly Channel[]): Promise<void> => {
  try {
    for (const { id } of channels) await call(channelRoutes.update, { params: { id }, body: { flowId } })
  } finally {
    await Promise.all([channelRoutes.list.id, channelRoutes.read.id].map((route) => queryClient.invalidateQueries({ queryKey: [route] })))
  }
}
