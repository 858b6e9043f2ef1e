import { channelRoutes, flowRoutes, type Channel } from '@chasqui/contracts'
import { startWppServer, type WppServer, type WppSession } from '../doubles/wppconnect/server.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct, type Wishes } from './product.ts'
import { lineIs } from './whatsapp-web.ts'

/** The product and a WPPConnect server that it may call; both end after the last test of the file, the product first. */
export const startBesideWppServer = async ({ env, ...wishes }: Wishes = {}): Promise<{ server: WppServer; the: RunningProduct }> => {
  const server = await startWppServer()
  atEnd(server.close)
  return { server, the: await startProduct({ ...wishes, env: { EGRESS_ALLOW: new URL(server.url).host, ...env } }) }
}

/** A channel of a tenant on this server, not linked yet; the welcome flow answers there, or by default nobody. */
export const addWppSession = async (
  api: Api,
  server: WppServer,
  { flow = false, settings = {} }: { flow?: boolean; settings?: Record<string, unknown> } = {},
): Promise<Channel> => {
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  const all = { baseUrl: server.url, secretKey: server.secretKey, ...settings }
  return api.ask(channelRoutes.create, {
    body: { kind: 'wppconnect', name: 'WPPConnect', settings: all, flowId, answers: { to: flow ? 'everyone' : 'nobody' } },
  })
}

/** Links a channel as its owner does: with the telephone, by the picture on the screen. */
export const linkWppSession = async (the: RunningProduct, server: WppServer, channel: Channel, phone: string): Promise<WppSession> => {
  const { qr } = await lineIs(the, channel.id, 'qr')
  const session = server.sessions.get(String(channel.settings['session']))!
  await session.link(qr, phone)
  await lineIs(the, channel.id, 'connected')
  return session
}
