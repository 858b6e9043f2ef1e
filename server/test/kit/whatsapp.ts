import { channelRoutes, conversationRoutes, flowRoutes, type Conversation, type Message } from '@chasqui/contracts'
import { messagesFrom, text, type Customer } from '../doubles/graph-api/inbound.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { postWebhook, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import type { Api } from './api.ts'

/** A connected WhatsApp number of a tenant, with Meta's end of it. */
export type Number = {
  channelId: string
  phoneNumberId: string
  waba: string
  appSecret: string
  verifyToken: string
  /** Where Meta posts to; it moves with a product that starts elsewhere. */
  webhookUrl: string
  /** Posts a webhook as Meta does; answers the HTTP status. */
  post(body: unknown): Promise<number>
  /** Customers' messages to this number in one POST. */
  write(customer: Customer, messages: Shape[]): Promise<number>
  say(customer: Customer, body: string, id?: string): Promise<number>
}

let numbers = 0

type Wishes = { phoneNumberId?: string; waba?: string; appSecret?: string; verifyToken?: string; accessToken?: string; flow?: boolean; callsPerSecond?: number }

/** Connects a number to the welcome flow of the tenant (or, with `flow: false`, to nobody). */
export const connectNumber = async (url: string, api: Api, wishes: Wishes = {}): Promise<Number> => {
  numbers += 1
  const {
    phoneNumberId = `1060000000000${numbers}`,
    waba = `1020000000000${numbers}`,
    appSecret = `app-secret-${numbers}`,
    verifyToken = `verify-${numbers}`,
    accessToken = 'token',
    flow = true,
    callsPerSecond = 1000,
  } = wishes
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  const channel = await api.ask(channelRoutes.create, {
    body: {
      kind: 'whatsapp-cloud',
      name: `WhatsApp ${numbers}`,
      settings: { phoneNumberId, businessAccountId: waba, accessToken, appSecret, verifyToken, callsPerSecond },
      flowId,
    },
  })
  const number: Number = {
    channelId: channel.id,
    phoneNumberId,
    waba,
    appSecret,
    verifyToken,
    webhookUrl: `${url}${channel.webhookPath}`,
    post: (body) => postWebhook(number.webhookUrl, signWebhook(body, appSecret)),
    write: (customer, messages) => number.post(messagesFrom(customer, messages, { phoneNumberId, waba })),
    say: (customer, body, id) => number.write(customer, [text(customer, body, id === undefined ? {} : { id })]),
  }
  return number
}

export const conversationsOf = async (api: Api, channelId: string): Promise<Conversation[]> =>
  (await api.ask(conversationRoutes.list, { query: { channelId, limit: 200 } })).items

/** The thread, oldest first. */
export const threadOf = async (api: Api, conversationId: string): Promise<Message[]> =>
  (await api.ask(conversationRoutes.messages, { params: { id: conversationId }, query: { limit: 200 } })).items

/** The conversation with this number on a channel, once it is there. */
export const conversationWith = async (api: Api, channelId: string, phone: string): Promise<Conversation | undefined> =>
  (await conversationsOf(api, channelId)).find((conversation) => conversation.contact.phone?.replace('+', '') === phone)
