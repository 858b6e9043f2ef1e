import type { BodyInput } from '@chasqui/contracts'
import type { simulatorRoutes } from '@chasqui/contracts/http/simulator'

/** On whose phone something is done. `phone` names it: the digits of the number, or the id of somebody who hides it. */
export type Speaker = { channelId: string; phone: string; name: string; /** Of the phone's clock. */ aheadSeconds?: number }
type ActBody = BodyInput<typeof simulatorRoutes.act>
export type Act = Omit<ActBody, 'from' | 'id'>

export const actBody = ({ phone, name }: Speaker, act: Act, id?: string): ActBody => ({ from: { phone, name }, ...(id && { id }), ...act })
