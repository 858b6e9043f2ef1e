import { z } from 'zod'

/** Ids go into URL paths and tokens into headers, so neither may hold blanks or control characters. Ids are strings: they exceed 2^53. */
const GraphId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/, 'Digits as shown in the WhatsApp manager')
const Token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,2000}$/, 'Letters, digits and signs without blanks')

/** What an operator enters to connect a number. */
export const CloudSettings = z.object({
  phoneNumberId: GraphId,
  businessAccountId: GraphId,
  accessToken: Token,
  appSecret: Token,
  verifyToken: Token,
  /** Shown to agents; Meta is asked for it when this is left out. */
  displayPhoneNumber: z.string().trim().max(40).optional(),
  /** Messages per second: 80 by default, 1,000 after Meta's upgrade, 20 for a number that is also used on a handset. */
  callsPerSecond: z.number().int().min(1).max(1000).default(80),
})
export type CloudSettings = z.infer<typeof CloudSettings>

export const secretFields = ['accessToken', 'appSecret', 'verifyToken'] as const

/** Meta's error texts can quote a token back ("Malformed access token EAA…"): nothing of it may reach a log or a screen. */
export const withoutSecrets = (text: string, settings: CloudSettings): string =>
  secretFields.reduce((clean, field) => clean.replaceAll(settings[field], '[secret]'), text).replace(/\bEAA\w{8,}/g, '[secret]')
