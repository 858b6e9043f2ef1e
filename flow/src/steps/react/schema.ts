import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Reacts with an emoji to the customer's last message, on channels that have reactions. */
export const ReactStep = z.object({ type: z.literal('react'), emoji: z.string().min(1).max(20), next, ...at })
