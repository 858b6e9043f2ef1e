import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { linkingNumber } from '../../kits/whatsapp/linking-number.ts'
import { callbackAddress, serverAddress, sessionName } from '../../kits/whatsapp/own-server.ts'

/** The key that the server has when nobody gave it one: whoever knows the program knows it (reference 1). */
const known = 'THISISMYSECURETOKEN'

/** What an operator enters to use a WPPConnect server of their own. */
export const WppSettings = z.object({
  /** Root of the server, without `/api`. */
  baseUrl: serverAddress,
  /** `SECRET_KEY` of the server; makes the tokens of sessions (reference 2). */
  secretKey: z
    .string()
    .trim()
    .regex(/^[\w.~-]{8,300}$/, '8 or more letters, digits, - . _ ~')
    .refine((key) => key !== known, 'Everybody knows this key: give the server another SECRET_KEY'),
  /** Becomes a folder of the server (reference 6.13). */
  session: sessionName(/^[a-z0-9-]{1,54}$/, 'Small letters, digits and -'),
  /** Comes back in the address of each webhook: the server signs nothing (reference 4). */
  webhookSecret: z
    .string()
    .trim()
    .regex(/^[\w-]{24,256}$/, '24 or more letters, digits, _ and -')
    .default(() => randomBytes(32).toString('base64url')),
  callbackUrl: callbackAddress,
  codeFor: linkingNumber,
})
export type WppSettings = z.infer<typeof WppSettings>

export const secretFields = ['secretKey', 'webhookSecret'] as const

/** Both stand in addresses, and addresses in reasons. */
export const withoutSecrets = (text: string, settings: WppSettings): string =>
  secretFields.reduce((clean, field) => clean.replaceAll(settings[field], '[secret]'), text)
