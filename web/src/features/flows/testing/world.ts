import type { ChannelAbilities } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { asSubflows, type OtherFlow } from './subflows-world.ts'
import type { World } from './test-talk.ts'

export type Profile = { id: string; name: string | null; abilities: ChannelAbilities }

/** Buttons and lists as WhatsApp carries them: for testing where no channel can be seen. */
const usual: ChannelAbilities = {
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
  media: {
    image: { bytes: 5_000_000, mimes: [] },
    video: { bytes: 16_000_000, mimes: [] },
    audio: { bytes: 16_000_000, mimes: [] },
    document: { bytes: 100_000_000, mimes: [] },
  },
  caption: 1024,
  templates: true,
  reactions: true,
  serviceWindowHours: 24,
  readReceipts: true,
  typing: true,
  extras: ['location', 'contacts', 'link', 'location_request'],
}
const plain: ChannelAbilities = { ...usual, buttons: null, list: null, media: {} }

/** The channels to try a flow on: those of the tenant, those that answer with it first, and one that carries nothing but text. */
export const useProfiles = (flowId: string): Profile[] => {
  const mayRead = useCan('channels.read')
  const { data } = useQuery({ ...asked(channelRoutes.list, { query: { limit: 100 } }), enabled: mayRead })
  const channels = (data?.items ?? []).toSorted((one, other) => Number(other.flowId === flowId) - Number(one.flowId === flowId))
  const own = channels.map(({ id, name, abilities }) => ({ id, name, abilities }))
  return [...(own.length > 0 ? own : [{ id: 'usual', name: 'WhatsApp', abilities: usual }]), { id: 'plain', name: null, abilities: plain }]
}

/** As patterns are read here: the author's own, on the author's own words. */
const matches = (pattern: string, text: string): boolean => {
  try {
    return new RegExp(pattern, 'u').test(text.slice(0, 1000))
  } catch {
    return false
  }
}

type Switches = { calls: 'sample' | 'real'; isOpen: boolean }

/** What the test may know of the world: the channel, the other flows, whether other programs are really called, and whether somebody is there. */
export const useWorld = ({ id: channelId, abilities }: Profile, others: ReadonlyMap<string, OtherFlow>, { calls, isOpen }: Switches): World => {
  const { name, country, locale, timeZone } = useTenant()
  return {
    abilities,
    channelId,
    business: { name, country },
    locale,
    timeZone,
    matches,
    measure: () => performance.now(),
    subflows: asSubflows(others),
    calls,
    // Open is what goes without saying, so that a talk which is kept says nothing of it.
    ...(!isOpen && { isOpen }),
  }
}
