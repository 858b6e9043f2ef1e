import type { MessageError } from '@chasqui/contracts'

/** What the numbers in a refused acknowledgement mean; others are shown as they are. None is sent again: each try counts against the number. */
const titles: Record<string, string> = {
  463: 'WhatsApp does not let this number begin conversations at present: only people who wrote first can be answered',
  479: 'WhatsApp refused the form of the message',
  400: 'WhatsApp did not understand the message',
  404: 'This person cannot be reached on WhatsApp',
}

export const refusal = (code: string): MessageError => ({
  code: `whatsapp-web.${code.slice(0, 50)}`,
  title: Object.hasOwn(titles, code) ? titles[code]! : `WhatsApp refused the message (${code.slice(0, 50)})`,
  retryable: false,
})
