import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** The customer is spoken to in this language from now on, and it is kept in the contact. */
export const SetLanguageStep = z.object({ type: z.literal('set_language'), language: z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/), next, ...at })
