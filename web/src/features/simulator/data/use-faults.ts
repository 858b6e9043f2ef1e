import type { Faults } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useQuery } from '@tanstack/react-query'
import { asked, call, keyOf } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { sayProblem } from '#ui/toast.tsx'
import { activeFaults } from './active-faults.ts'

/** How often the faults are read, in ms: nothing announces that somebody else changed them, nor, more urgently, that a refusal was used up. */
const again = { usual: 10_000, counting: 3000 }

const questionOf = (channelId: string) => ({ params: { channelId } })

export const isFaulty = (faults: Faults) => activeFaults(faults).length > 0

/** What goes wrong on purpose on this channel. */
export const useFaults = (channelId: string) =>
  useQuery({
    ...asked(simulatorRoutes.readFaults, questionOf(channelId)),
    refetchInterval: ({ state }) => ((state.data?.failSends?.times ?? 0) > 0 ? again.counting : again.usual),
  })

/** In force at once; the screen shows it before the server agrees, and goes back if it does not. */
export const setFaults = async (channelId: string, faults: Faults) => {
  const key = keyOf(simulatorRoutes.readFaults, questionOf(channelId))
  await queryClient.cancelQueries({ queryKey: key })
  queryClient.setQueryData(key, faults)
  try {
    await call(simulatorRoutes.setFaults, { ...questionOf(channelId), body: faults })
  } catch {
    sayProblem(text('simulator:faults.failed'))
  }
  await queryClient.invalidateQueries({ queryKey: key })
}
