import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { call, keyOf } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'

export type Entered = { name: string; phoneNumberId: string; businessAccountId: string; accessToken: string; appSecret: string }

const reread = () => Promise.all([channelRoutes.list, tenancyRoutes.home].map((route) => queryClient.invalidateQueries({ queryKey: keyOf(route) })))

const settingsOf = ({ name: _, ...settings }: Entered, verifyToken: string) => ({
  ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, value.trim()])),
  verifyToken,
})

/** Keeps what was entered: as a new channel, or in the one that an earlier attempt made. No flow answers there until somebody chooses one. */
export const keepChannel = (made: Channel | null, entered: Entered, verifyToken: string): Promise<Channel> => {
  const name = entered.name.trim()
  const settings = settingsOf(entered, verifyToken)
  return made
    ? call(channelRoutes.update, { params: { id: made.id }, body: { name, settings } })
    : call(channelRoutes.create, { body: { kind: 'whatsapp-cloud', name, settings, flowId: null } })
}

/** Asks Meta whether the account works. A refusal is a state of the channel and no failure of the request. */
export const connectChannel = async ({ id }: Channel): Promise<Channel> => {
  const channel = await call(channelRoutes.connect, { params: { id } })
  await reread()
  return channel
}
