import { z } from 'zod'
import { at, next, Words } from '../../schema/parts.ts'

/** Says something. Longer than the channel carries: said in several messages. */
export const MessageStep = z.object({ type: z.literal('message'), text: Words, next, ...at })
