import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Whose limits the simulated number has: WhatsApp's Cloud API, WhatsApp linked by QR code, or Telegram. */
export const Profile = z.enum(['cloud', 'qr', 'telegram'])
export type Profile = z.infer<typeof Profile>

/** `secret` signs the network's webhooks; a channel made without one gets its own. */
export const SimulatorSettings = z.object({
  secret: z
    .string()
    .min(16)
    .max(200)
    .default(() => randomBytes(32).toString('base64url')),
  profile: Profile.default('cloud'),
})
export type SimulatorSettings = z.infer<typeof SimulatorSettings>
