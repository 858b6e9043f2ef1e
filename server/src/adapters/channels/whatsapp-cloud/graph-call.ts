import type { Account, AdapterIo, EgressAnswer } from '#channels'
import { callGraph as callWith, type GraphRoot, type Wanted } from '../../kits/graph/graph-call.ts'
import type { CloudSettings } from './settings.ts'

export { bearer, userAgent, type GraphRoot } from '../../kits/graph/graph-call.ts'

export type GraphCall = { root: GraphRoot; account: Account<CloudSettings>; io: AdapterIo }

/** One call with the token of the number's account. */
export const callGraph = ({ root, account, io }: GraphCall, wanted: Wanted): Promise<EgressAnswer> =>
  callWith({ root, token: account.settings.accessToken, io }, wanted)

/** Path of something that belongs to the number: `numberPath(settings, 'messages')`. */
export const numberPath = (settings: CloudSettings, edge = ''): string => encodeURIComponent(settings.phoneNumberId) + (edge && `/${edge}`)
