import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

export type Entered = { name: string; phoneNumberId: string; businessAccountId: string; accessToken: string; appSecret: string }

const reread = () => Promise.all([channelRoutes.list, tenancyRoutes.home].map((route) => queryClient.invalidateQueries({ queryKey: keyOf(route) })))

export const makeChannel = ({ name, ...settings }: Entered, verifyToken: string): Promise<Channel> => {
  const trimmed = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value.trim()]))
  return call(channelRoutes.create, { body: { kind: 'whatsapp-cloud', name: name.trim(), settings: { ...trimmed, verifyToken }, flowId: null } })
}

/** Asks the provider whether the account works. A refusal is a state of the channel and no failure of the request. */
export const connectChannel = async ({ id }: Channel): Promise<Channel> => {
  const channel = await call(channelRoutes.connect, { params: { id } })
  await reread()
  return channel
}
