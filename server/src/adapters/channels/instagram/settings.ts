import { z } from 'zod'
import { GraphId, HumanAgent, Token, VerifyToken } from '../../kits/meta-messaging/settings.ts'

/**
 * What an operator enters to connect a professional account. There are two logins (reference 1): by Instagram itself, with a user token, or by
 * the page that the account is linked to, with a page token on Facebook's host. The app secret is the one that belongs to the login.
 */
export const InstagramSettings = z.object({
  accountId: GraphId,
  accessToken: Token,
  appSecret: Token,
  verifyToken: VerifyToken,
  humanAgent: HumanAgent,
  graphHost: z.enum(['graph.instagram.com', 'graph.facebook.com']).default('graph.instagram.com'),
})
export type InstagramSettings = z.infer<typeof InstagramSettings>

export const secretFields = ['accessToken', 'appSecret', 'verifyToken'] as const
