import type { PhoneLanguage } from '@chasqui/contracts'

/** What customers say to a new flow, in the language of the customer, whatever the page speaks. */
export const customerWords: Record<PhoneLanguage, readonly string[]> = {
  es: ['hola', 'turno', 'horarios', 'humano'],
  'pt-BR': ['oi', 'agendar', 'horários', 'atendente'],
  en: ['hi', 'appointment', 'opening hours', 'human'],
}
