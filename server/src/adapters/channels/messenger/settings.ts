import { z } from 'zod'
import { GraphId, HumanAgent, Token, VerifyToken } from '../../kits/meta-messaging/settings.ts'

/** What an operator enters to connect a page. */
export const MessengerSettings = z.object({
  pageId: GraphId,
  pageAccessToken: Token,
  appSecret: Token,
  verifyToken: VerifyToken,
  humanAgent: HumanAgent,
})
export type MessengerSettings = z.infer<typeof MessengerSettings>

export const secretFields = ['pageAccessToken', 'appSecret', 'verifyToken'] as const
