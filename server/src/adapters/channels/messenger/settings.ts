import { z } from 'zod'
import { GraphId, hostApp, HumanAgent, ownApp, Token } from '../../kits/meta-messaging/settings.ts'

const page = { pageId: GraphId, pageAccessToken: Token, humanAgent: HumanAgent }

/** What an operator enters to connect a page, or what signing in at Facebook gives. */
export const MessengerSettings = z.discriminatedUnion('app', [z.object({ ...page, ...ownApp }), z.object({ ...page, ...hostApp })])
export type MessengerSettings = z.infer<typeof MessengerSettings>

export const secretFields = ['pageAccessToken', 'appSecret', 'verifyToken'] as const
