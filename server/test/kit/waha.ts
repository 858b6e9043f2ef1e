import { channelRoutes, flowRoutes, type Channel } from '@chasqui/contracts'
import { startWaha, type WahaServer } from '../doubles/waha/server.ts'
import type { Session } from '../doubles/waha/session.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct, type Wishes } from './product.ts'
import { lineIs } from './whatsapp-web.ts'

/** The product and a WAHA server that it may call; both end after the last test of the file, the product first. */
export const startBesideWaha = async ({ env, ...wishes }: Wishes = {}): Promise<{ server: WahaServer; the: RunningProduct }> => {
  const server = await startWaha()
  atEnd(server.close)
  return { server, the: await startProduct({ ...wishes, env: { EGRESS_ALLOW: new URL(server.url).host, ...env } }) }
}

type Wanted = { flow?: boolean; name?: string; settings?: Record<string, unknown> }

/** A channel of a tenant on this server, not linked yet; the welcome flow answers there, or by default nobody. */
export const addSession = async (api: Api, server: WahaServer, { flow = false, name = 'WAHA', settings = {} }: Wanted = {}): Promise<Channel> => {
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  const all = { baseUrl: server.url, apiKey: server.apiKey, ...settings }
  return api.ask(channelRoutes.create, { body: { kind: 'waha', name, settings: all, flowId, answers: { to: flow ? 'everyone' : 'nobody' } } })
}

/** The session that a channel has on the server. */
export const sessionOf = (server: WahaServer, channel: Pick<Channel, 'settings'>): Session => {
  const session = server.sessions.get(String(channel.settings['session']))
  if (!session) throw new Error(`no session ${String(channel.settings['session'])}`)
  return session
}

/** Links a channel as its owner does: with the telephone, by the picture on the screen. */
export const linkSession = async (the: RunningProduct, server: WahaServer, channel: Channel, phone: string): Promise<Session> => {
  const { qr } = await lineIs(the, channel.id, 'qr')
  const session = sessionOf(server, channel)
  await session.link(qr, phone)
  await lineIs(the, channel.id, 'connected')
  return session
}
