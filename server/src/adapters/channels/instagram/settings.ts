import { z } from 'zod'
import { GraphId, hostApp, HumanAgent, ownApp, Token } from '../../kits/meta-messaging/settings.ts'

const account = { accountId: GraphId, accessToken: Token, humanAgent: HumanAgent }

/**
 * What an operator enters to connect a professional account, or what signing in at Facebook gives. There are two logins (reference 1): by Instagram itself, with a user token, or by
 * the page that the account is linked to, with a page token on Facebook's host. The app secret is the one that belongs to the login.
 */
export const InstagramSettings = z.discriminatedUnion('app', [
  z.object({ ...account, ...ownApp, graphHost: z.enum(['graph.instagram.com', 'graph.facebook.com']).default('graph.instagram.com') }),
  z.object({ ...account, ...hostApp, graphHost: z.literal('graph.facebook.com') }),
])
export type InstagramSettings = z.infer<typeof InstagramSettings>

export const secretFields = ['accessToken', 'appSecret', 'verifyToken'] as const
