import type { Page, SimulatedPhone } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'

const lastActivity = ({ lastAt }: SimulatedPhone) => (lastAt ? Date.parse(lastAt) : 0)

/** Whoever wrote or heard something last comes first, as in the list of any messenger; the others stay in the order of their numbers. */
const byActivity = ({ items }: Page<SimulatedPhone>): SimulatedPhone[] => items.toSorted((one, other) => lastActivity(other) - lastActivity(one))

/** The simulated customers of a channel, at most 200. Always read anew on arrival: hints are heard only while a phone is on screen. */
export const usePeople = (channelId: string) =>
  useQuery({ ...asked(simulatorRoutes.phones, { params: { channelId }, query: { limit: 200 } }), staleTime: 0, select: byActivity })

/** The screen of this phone is always empty until somebody has used one of them. */
export const isFirstRun = (people: readonly SimulatedPhone[]) => people.every(({ lastAt }) => lastAt === null)
