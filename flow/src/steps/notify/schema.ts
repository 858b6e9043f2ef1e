import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Calls people of the team into the conversation by a note: they are told as when somebody mentions them. */
export const NotifyStep = z.object({ type: z.literal('notify'), people: z.array(z.uuid()).max(10), text: z.string().min(1).max(2000), next, ...at })
