import { z } from 'zod'
import { at } from '../../schema/parts.ts'

/** Ends the flow here, on purpose and without a word: what called it goes on, and the next message may begin it anew. */
export const EndStep = z.object({ type: z.literal('end'), ...at })
