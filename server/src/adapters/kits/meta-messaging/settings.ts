import { z } from 'zod'
import { newToken } from '#platform/crypto/tokens'

/** Ids go into URL paths and tokens into headers, so neither may hold blanks or control characters. Ids are strings: they exceed 2^53. */
export const GraphId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/, 'Digits as shown in the settings of the page or account')
export const Token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,2000}$/, 'Letters, digits and signs without blanks')

/** What Meta says when it asks whether the address is ours. Made by us when nobody chose one. */
export const VerifyToken = Token.default(() => newToken())

/**
 * Whose app hears of the account: one of the organisation's own, whose secret and token are entered, or the host's, at which somebody signed in. The
 * host's secret is in no settings.
 */
export const ownApp = { app: z.literal('own').default('own'), appSecret: Token, verifyToken: VerifyToken }
export const hostApp = { app: z.literal('host') }

/** Whether Meta gave the app the permission *Human Agent*: then people may answer for seven days (reference 3.1). */
export const HumanAgent = z.boolean().default(false)

const HUMAN_WINDOW_HOURS = 7 * 24

/** The longer window of people, where the app may use it. */
export const humanWindow = ({ humanAgent }: { humanAgent: boolean }) => (humanAgent ? { humanWindowHours: HUMAN_WINDOW_HOURS } : {})
