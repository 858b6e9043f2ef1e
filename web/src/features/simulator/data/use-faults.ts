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

/** Changes reach the server in the order in which they were made; the last one reads what holds then. */
let order: Promise<void> = Promise.resolve()
let newest = 0

/**
 * In force at once; the screen shows it before the server agrees, and goes back if it does not. Each change holds all faults, as the screen shows them: what was
 * read before the newest change arrived would take that back.
 */
export const setFaults = async (channelId: string, faults: Faults) => {
  const mine = (newest += 1)
  const key = keyOf(simulatorRoutes.readFaults, questionOf(channelId))
  await queryClient.cancelQueries({ queryKey: key })
  queryClient.setQueryData(key, faults)
  order = order.then(async () => {
    try {
      await call(simulatorRoutes.setFaults, { ...questionOf(channelId), body: faults })
    } catch {
      sayProblem(text('simulator:faults.failed'))
    }
  })
  await order
  if (mine === newest) await queryClient.invalidateQueries({ queryKey: key })
}
