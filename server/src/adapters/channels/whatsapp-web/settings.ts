import { z } from 'zod'

/** Nothing secret is typed: what opens the line is made when the telephone links it. */
export const WhatsAppWebSettings = z.object({
  /** Links by a code for this number, as whoever has one telephone only cannot scan it; empty = by QR. Digits with the country's code. */
  codeFor: z
    .string()
    .trim()
    .transform((typed) => typed.replace(/[\s+().-]/g, ''))
    .pipe(z.string().regex(/^(\d{7,15})?$/, 'A number with its country code: 7 to 15 digits'))
    .default(''),
  /** What was said in the days before the number is linked is brought along then; of so many days. */
  history: z.enum(['none', '7', '30', '90']).default('none'),
})
export type WhatsAppWebSettings = z.infer<typeof WhatsAppWebSettings>
