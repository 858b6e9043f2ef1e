import { z } from 'zod'
import { at, next, Seconds } from '../../schema/parts.ts'

/** What the customer writes meanwhile does not cut the delay short, except an always-on word. */
export const DelayStep = z.object({ type: z.literal('delay'), seconds: Seconds, next, ...at })
