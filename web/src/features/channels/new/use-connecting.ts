import type { Channel, ChannelAnswers } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { useTenant } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { readChannelsAgain } from '../data/use-channels.ts'
import { rememberToken } from '../data/verify-tokens.ts'
import type { Entered } from '../kinds/kind-fields.tsx'
import type { KindForm } from '../kinds/kind.ts'

type Wanted = { name: string; settings: Entered; flowId: string | null; answers: ChannelAnswers }

/** Keeps what was entered, as a new channel or in the one that an earlier attempt made, and asks the vendor. `refused`: it did not like it. */
export const useConnecting = ({ kind, verifies, own }: KindForm) => {
  const [made, setMade] = useState<Channel | null>(null)
  const [token] = useState(newId)
  const navigate = useNavigate()
  const tenant = useTenant()
  const { busy, problem, run } = useAct()
  const keep = ({ name, flowId, answers, settings: entered }: Wanted): Promise<Channel> => {
    const settings = { ...Object.fromEntries(Object.entries(entered).map(([key, value]) => [key, value.trim()])), ...(verifies && { [verifies]: token }) }
    return made
      ? call(channelRoutes.update, { params: { id: made.id }, body: { name, settings, flowId, answers } })
      : call(channelRoutes.create, { body: { kind, name, settings, flowId, answers } })
  }
  const connect = (wanted: Wanted) =>
    run(async () => {
      const kept = await keep(wanted)
      setMade(kept)
      if (verifies) rememberToken(kept.id, token)
      const channel = await call(channelRoutes.connect, { params: { id: kept.id } })
      setMade(channel)
      await readChannelsAgain()
      if (channel.state === 'error') return
      const params = { tenant: tenant.slug, channelId: channel.id }
      // What works from the start is made one's own next; of what hangs on a vendor one looks whether it works.
      await navigate({ to: '/a/$tenant/channels/$channelId', params, search: own ? { tab: 'settings' } : {} })
    })
  return { busy, problem, refused: made?.state === 'error' ? made : null, connect }
}
