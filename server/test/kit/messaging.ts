import { channelRoutes, flowRoutes } from '@chasqui/contracts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { postWebhook, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import type { Platform } from '../doubles/messenger-api/check-message.ts'
import { envelope, said } from '../doubles/messenger-api/inbound.ts'
import { startMessengerApi, type MessengerApi, type MessengerApiOptions } from '../doubles/messenger-api/server.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct } from './product.ts'

/** A connected page or professional account, with Meta's end of it. */
export type Connected = {
  channelId: string
  accountId: string
  appSecret: string
  verifyToken: string
  webhookUrl: string
  /** Posts events of this account as Meta does, to this channel's own address or another one; answers the HTTP status. */
  post(events: Shape[], url?: string): Promise<number>
  say(person: string, mid: string, message: Shape | string): Promise<number>
}

/** The product and the stand-in for the part of the Graph API that it talks to; both end after the last test of the file, the product first. */
export const startBesideMessenger = async (options: MessengerApiOptions): Promise<{ meta: MessengerApi; the: RunningProduct }> => {
  const meta = await startMessengerApi(options)
  atEnd(meta.close)
  return { meta, the: await startProduct({ env: { GRAPH_API_URL: meta.url, EGRESS_ALLOW: '127.0.0.1' } }) }
}

type Wishes = { platform: Platform; accountId: string; accessToken: string; flow?: boolean; appSecret?: string; humanAgent?: boolean }

/** Connects an account to the welcome flow of the tenant (or, with `flow: false`, to nobody). */
export const connectAccount = async (url: string, api: Api, wishes: Wishes): Promise<Connected> => {
  const { platform, accountId, accessToken, flow = true, appSecret = 'app-secret-of-the-story', humanAgent = false } = wishes
  const verifyToken = 'verify-token-of-the-story'
  const settings =
    platform === 'messenger'
      ? { pageId: accountId, pageAccessToken: accessToken, appSecret, verifyToken, humanAgent }
      : { accountId, accessToken, appSecret, verifyToken, humanAgent }
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  const channel = await api.ask(channelRoutes.create, { body: { kind: platform, name: platform, settings, flowId } })
  const connected: Connected = {
    channelId: channel.id,
    accountId,
    appSecret,
    verifyToken,
    webhookUrl: `${url}${channel.webhookPath}`,
    post: (events, to = connected.webhookUrl) => postWebhook(to, signWebhook(envelope(platform, accountId, events), appSecret)),
    say: (person, mid, message) => connected.post([said(accountId, person, mid, typeof message === 'string' ? { text: message } : message)]),
  }
  return connected
}
