import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { linkingNumber } from '../../kits/whatsapp/linking-number.ts'
import { callbackAddress, serverAddress, sessionName } from '../../kits/whatsapp/own-server.ts'

/** What all ways of having a session have. */
const common = {
  /** The session on the server: one that is there is used as it is, any other is made. */
  session: sessionName(/^[a-zA-Z0-9_-]{1,54}$/, 'Letters, digits, - and _'),
  /** Signs the webhooks (reference 4); a channel made without one gets its own. */
  hmacKey: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{8,256}$/, '8 to 256 letters, digits and signs')
    .default(() => randomBytes(32).toString('base64url')),
  codeFor: linkingNumber,
}

/** A server of the organisation's own. */
const Remote = z.object({
  hosting: z.literal('remote'),
  /** Root of the server, without `/api`. */
  baseUrl: serverAddress,
  /** `X-Api-Key` of every call (reference 2). */
  apiKey: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,500}$/, 'The key as the server was given it, without blanks'),
  callbackUrl: callbackAddress,
  ...common,
})

/** A container that is made here: one for the channel, or one that all channels of the organisation share. Its address and key are the Engine's to tell. */
const Hosted = z.object({ hosting: z.enum(['container', 'shared']), ...common })

const remoteUnlessTold = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !('hosting' in given) ? { ...given, hosting: 'remote' } : given

/** What an operator enters; where the host runs no containers there are none to choose. */
export const wahaSettings = ({ hosts }: { hosts: boolean }) =>
  z.preprocess(remoteUnlessTold, hosts ? z.discriminatedUnion('hosting', [Remote, Hosted]) : z.discriminatedUnion('hosting', [Remote]))
export type WahaSettings = z.infer<typeof Remote> | z.infer<typeof Hosted>

export const secretFields = ['apiKey', 'hmacKey'] as const

/** Servers repeat what they were sent. */
export const withoutSecrets = (text: string, settings: WahaSettings): string =>
  [settings.hmacKey, ...(settings.hosting === 'remote' ? [settings.apiKey] : [])].reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
