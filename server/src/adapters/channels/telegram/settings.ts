import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** What an operator enters to connect a bot. */
export const TelegramSettings = z.object({
  /** As BotFather tells it: the bot's own id, a colon, and its secret. It stands in the path of every call. */
  botToken: z
    .string()
    .trim()
    .regex(/^\d{1,20}:[\w-]{1,200}$/, 'The token as BotFather tells it: digits, a colon, letters and digits'),
  /** Comes back in a header of every webhook (reference 2); a channel made without one gets its own. */
  webhookSecret: z
    .string()
    .trim()
    .regex(/^[\w-]{1,256}$/, 'Letters, digits, _ and -')
    .default(() => randomBytes(32).toString('base64url')),
  /** Polling needs no public address; a webhook does. */
  delivery: z.enum(['polling', 'webhook']).default('polling'),
})
export type TelegramSettings = z.infer<typeof TelegramSettings>

export const secretFields = ['botToken', 'webhookSecret'] as const

/** The bot's own user id: the part before the colon. */
export const botIdOf = ({ botToken }: TelegramSettings): string => botToken.slice(0, botToken.indexOf(':'))

/** The token is a part of addresses, and addresses of reasons. */
export const withoutSecrets = (text: string, settings: TelegramSettings): string =>
  secretFields.reduce((clean, field) => clean.replaceAll(settings[field], '[secret]'), text)
