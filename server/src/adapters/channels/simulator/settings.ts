import { randomBytes } from 'node:crypto'
import { SimulatorProfile } from '@chasqui/contracts'
import { z } from 'zod'

/** `secret` signs the network's webhooks; a channel made without one gets its own. */
export const SimulatorSettings = z.object({
  secret: z
    .string()
    .min(16)
    .max(200)
    .default(() => randomBytes(32).toString('base64url')),
  profile: SimulatorProfile.default('cloud'),
})
export type SimulatorSettings = z.infer<typeof SimulatorSettings>
