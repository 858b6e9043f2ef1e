import { z } from 'zod'

/** The number that a code to type is asked for, as whoever has one telephone only cannot scan anything; empty = by QR. Digits with the country's code. */
export const linkingNumber = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s+().-]/g, ''))
  .pipe(z.string().regex(/^(\d{7,15})?$/, 'A number with its country code: 7 to 15 digits'))
  .default('')
