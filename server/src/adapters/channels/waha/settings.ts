import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { linkingNumber } from '../../kits/whatsapp/linking-number.ts'

const address = z
  .string()
  .trim()
  .max(500)
  .transform((typed) => typed.replace(/\/+$/, ''))
  .pipe(z.url({ protocol: /^https?$/, error: 'An address that begins with http:// or https://' }))

/** What an operator enters to use a WAHA server of their own. */
export const WahaSettings = z.object({
  /** Root of the server, without `/api`. */
  baseUrl: address,
  /** `X-Api-Key` of every call (reference 2). */
  apiKey: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,500}$/, 'The key as the server was given it, without blanks'),
  /** The session on the server: one that is there is used as it is, any other is made. */
  session: z
    .string()
    .trim()
    .transform((typed) => typed || `chasqui-${randomBytes(6).toString('hex')}`)
    .pipe(z.string().regex(/^[a-zA-Z0-9_-]{1,54}$/, 'Letters, digits, - and _'))
    .default(() => `chasqui-${randomBytes(6).toString('hex')}`),
  /** Signs the webhooks (reference 4); a channel made without one gets its own. */
  hmacKey: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{16,256}$/, '16 to 256 letters, digits and signs')
    .default(() => randomBytes(32).toString('base64url')),
  /** Where WAHA finds this product; empty = under its public address. */
  callbackUrl: z.union([z.literal(''), address]).default(''),
  codeFor: linkingNumber,
})
export type WahaSettings = z.infer<typeof WahaSettings>

export const secretFields = ['apiKey', 'hmacKey'] as const

/** Servers repeat what they were sent. */
export const withoutSecrets = (text: string, settings: WahaSettings): string =>
  secretFields.reduce((clean, field) => clean.replaceAll(settings[field], '[secret]'), text)
