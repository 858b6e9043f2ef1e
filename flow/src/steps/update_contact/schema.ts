import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** Keeps what is known of the person in the contact; `value` may hold variables. What is empty, or no address of e-mail, changes nothing. */
export const UpdateContactStep = z.object({
  type: z.literal('update_contact'),
  set: z
    .array(z.object({ field: z.enum(['name', 'email', 'company', 'city', 'language']), value: z.string().max(1000) }))
    .min(1)
    .max(10),
  next,
  ...at,
})
