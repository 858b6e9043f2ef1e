import type { Channel, SimulatorProfile } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useQuery } from '@tanstack/react-query'
import { asked, call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { sayProblem } from '#ui/toast.tsx'

export const profiles = ['cloud', 'qr', 'web', 'telegram'] as const satisfies readonly SimulatorProfile[]

const readLineAgain = () => queryClient.invalidateQueries({ queryKey: [channelRoutes.read.id] })

/** The simulated number of the business: what it can carry, and which flow answers on it. */
export const useLine = (channelId: string) => {
  useRealtime('channel.updated', (hint) => {
    if (hint.channelId === channelId) void readLineAgain()
  })
  return useQuery(asked(channelRoutes.read, { params: { id: channelId } }))
}

export const profileOf = ({ settings }: Pick<Channel, 'settings'>): SimulatorProfile => profiles.find((profile) => profile === settings.profile) ?? 'cloud'

const change = async (act: () => Promise<unknown>) => {
  try {
    await act()
  } catch {
    sayProblem(text('simulator:line.failed'))
  }
  await readLineAgain()
}

export const setProfile = (channelId: string, profile: SimulatorProfile) =>
  change(() => call(simulatorRoutes.setProfile, { params: { channelId }, body: { profile } }))

/** Which published flow answers when a conversation begins; null for nobody. */
export const setFlow = (channelId: string, flowId: string | null) => change(() => call(channelRoutes.update, { params: { id: channelId }, body: { flowId } }))
