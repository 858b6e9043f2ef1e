import { channelRoutes, conversationRoutes, flowRoutes, simulatorRoutes, wordsOf, type FlowDraft } from '@chasqui/contracts'
import type { RunningProduct } from './product.ts'
import { simulatorOf } from './simulator.ts'
import { threadOf } from './whatsapp.ts'

let people = 0

/** A customer on the simulated phone. */
export type Customer = {
  phone: string
  /** Writes, and waits until nothing that is due is left to do. */
  says(words: string): Promise<void>
  /** Only writes. */
  writes(words: string): Promise<void>
  /** What the other side said so far. */
  heard(): Promise<string[]>
  conversationId(): Promise<string>
}

/** Publishes flows one after the other on the simulated phone, and lets new customers talk with them. */
export const flowsOn = async (the: RunningProduct) => {
  const { api } = the.owner
  const channelId = await simulatorOf(api)
  const publish = async (definition: FlowDraft): Promise<string> => {
    const { id } = await api.ask(flowRoutes.create, { body: { name: `Flujo ${(people += 1)}`, definition } })
    await api.ask(flowRoutes.publish, { params: { id }, body: {} })
    await api.ask(channelRoutes.update, { params: { id: channelId }, body: { flowId: id } })
    return id
  }
  const customer = (): Customer => {
    const phone = `54911730${String((people += 1)).padStart(5, '0')}`
    const writes = async (words: string) =>
      void (await api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Ana' }, text: words } }))
    const conversationId = async () => {
      const { items } = await api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })
      return items.find(({ contact }) => contact.phone === `+${phone}`)!.id
    }
    return {
      phone,
      writes,
      conversationId,
      says: async (words) => {
        await writes(words)
        await the.idle()
      },
      heard: async () => (await threadOf(api, await conversationId())).filter(({ direction }) => direction === 'out').map(({ content }) => wordsOf(content)),
    }
  }
  return { publish, customer, channelId }
}
