import { channelRoutes } from '@chasqui/contracts'
import type { Api } from './api.ts'

/** The channel of the simulated telephones that every tenant starts with. */
export const simulatorOf = async (api: Api): Promise<string> => (await api.ask(channelRoutes.list)).items.find(({ kind }) => kind === 'simulator')!.id
