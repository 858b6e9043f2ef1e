import { z } from 'zod'
import { at, next, Seconds } from '../../schema/parts.ts'

/**
 * What the customer writes meanwhile does not cut the delay short, except an always-on word. With `typing` they see “typing…” meanwhile, where the channel shows
 * that, for a minute at most.
 */
export const DelayStep = z.object({ type: z.literal('delay'), seconds: Seconds, typing: z.boolean().optional(), next, ...at })
