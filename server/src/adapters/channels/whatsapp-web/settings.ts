import { z } from 'zod'
import { linkingNumber } from '../../kits/whatsapp/linking-number.ts'

/** Nothing secret is typed: what opens the line is made when the telephone links it. */
export const WhatsAppWebSettings = z.object({
  codeFor: linkingNumber,
  /** What was said in the days before the number is linked is brought along then; of so many days. */
  history: z.enum(['none', '7', '30', '90']).default('none'),
})
export type WhatsAppWebSettings = z.infer<typeof WhatsAppWebSettings>
