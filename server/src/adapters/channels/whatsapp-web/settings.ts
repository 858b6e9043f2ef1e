import { z } from 'zod'
import { linkingNumber } from '../../kits/whatsapp/linking-number.ts'

/** Nothing secret is typed: what opens the line is made when the telephone links it. */
export const WhatsAppWebSettings = z.object({ codeFor: linkingNumber })
export type WhatsAppWebSettings = z.infer<typeof WhatsAppWebSettings>
