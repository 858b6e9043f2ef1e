import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Leaves a note in the conversation that only the team reads. */
export const NoteStep = z.object({ type: z.literal('note'), text: z.string().min(1).max(2000), next, ...at })
