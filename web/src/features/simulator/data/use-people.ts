import type { Page, SimulatedPhone } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'

const lastActivity = ({ lastAt }: SimulatedPhone) => (lastAt ? Date.parse(lastAt) : 0)

/** Whoever wrote or heard something last comes first, as in the list of any messenger; the others stay in the order of their numbers. */
const byActivity = ({ items }: Page<SimulatedPhone>): SimulatedPhone[] => items.toSorted((one, other) => lastActivity(other) - lastActivity(one))

/** Hints of one burst are answered together, after so many ms. */
const burst = 40

export const readPeopleAgain = () => queryClient.invalidateQueries({ queryKey: [simulatorRoutes.phones.id] })

/** The simulated customers of a channel, at most 200, also as long as there is none. Always read anew on arrival: hints are heard only while they are on screen. */
export const usePeople = (channelId: string) => {
  const readAgain = useSettled(() => void readPeopleAgain(), burst)
  useRealtime('simulator.screen', (hint) => {
    if (hint.channelId === channelId && !hint.typing) readAgain()
  })
  return useQuery({ ...asked(simulatorRoutes.phones, { params: { channelId }, query: { limit: 200 } }), staleTime: 0, select: byActivity })
}

/** The screen of this phone is always empty until somebody has used one of them. */
export const isFirstRun = (people: readonly SimulatedPhone[]) => people.every(({ lastAt }) => lastAt === null)
