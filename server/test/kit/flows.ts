import assert from 'node:assert/strict'
import {
  channelRoutes,
  conversationRoutes,
  flowRoutes,
  simulatorRoutes,
  wordsOf,
  type Conversation,
  type FlowDraft,
  type FlowVersion,
} from '@chasqui/contracts'
import { text, type Common } from '../doubles/graph-api/inbound.ts'
import type { Api } from './api.ts'
import type { RunningProduct } from './product.ts'
import { simulatorOf } from './simulator.ts'
import { conversationWith, threadOf, type Number } from './whatsapp.ts'

let flows = 0
let people = 0

/** The flow answers on a channel; null: none does. */
export const serve = (api: Api, channelId: string, flowId: string | null) => api.ask(channelRoutes.update, { params: { id: channelId }, body: { flowId } })

/** A flow that is published, and that answers on a channel if one is named; its id. */
export const publishFlow = async (
  api: Api,
  definition: FlowDraft,
  { name = `Flujo ${(flows += 1)}`, channelId }: { name?: string; channelId?: string } = {},
): Promise<string> => {
  const { id } = await api.ask(flowRoutes.create, { body: { name, definition } })
  await api.ask(flowRoutes.publish, { params: { id }, body: {} })
  if (channelId !== undefined) await serve(api, channelId, id)
  return id
}

/** Makes this the next version of a flow. */
export const publishNext = async (api: Api, id: string, definition: FlowDraft, people: 'stay' | 'move' = 'stay'): Promise<FlowVersion> => {
  await api.ask(flowRoutes.update, { params: { id }, body: { definition } })
  return api.ask(flowRoutes.publish, { params: { id }, body: { people } })
}

/** What flows said in a conversation, oldest first; of a template its name. */
const saidIn = async (api: Api, conversationId: string): Promise<string[]> =>
  (await threadOf(api, conversationId)).flatMap(({ direction, sender, content }) =>
    direction !== 'out' || sender.kind !== 'flow' ? [] : content.type === 'template' ? [`plantilla ${content.name}`] : [wordsOf(content)],
  )

export type Writer = { phone: string; name: string }
/** Somebody who has not written before. */
export const someone = (): Writer => ({ phone: `549118${String((people += 1)).padStart(7, '0')}`, name: `Ana ${people}` })

/** People who write to the number of a business, and what its flows say to them; asked for its place each time, which may be another one in each test. */
export const writersTo = (place: () => { the: RunningProduct; api: Api; number: Number }) => {
  type More = Pick<Common, 'id' | 'referral' | 'quotes'> & { on?: Number }
  /** Only writes. */
  const writes = async (person: Writer, words = 'hola', { on, ...more }: More = {}): Promise<void> => {
    const { the, number } = place()
    assert.equal(await (on ?? number).write(person, [text(person, words, { at: await the.clock.now(), ...more })]), 200)
  }
  /** Writes, and waits until nothing that is due is left to do. */
  const says = async (person: Writer, words = 'hola', more: More = {}): Promise<void> => {
    await writes(person, words, more)
    await place().the.idle()
  }
  const conversationOf = async ({ phone }: Writer, on?: Number): Promise<Conversation> => {
    const { api, number } = place()
    return (await conversationWith(api, (on ?? number).channelId, phone))!
  }
  /** What flows said in the newest conversation. */
  const saidTo = async (person: Writer, on?: Number): Promise<string[]> => saidIn(place().api, (await conversationOf(person, on)).id)
  return { writes, says, conversationOf, saidTo }
}

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
  const publish = (definition: FlowDraft): Promise<string> => publishFlow(api, definition, { channelId })
  const customer = (): Customer => {
    const { phone, name } = someone()
    const writes = async (words: string) => void (await api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name }, text: words } }))
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
