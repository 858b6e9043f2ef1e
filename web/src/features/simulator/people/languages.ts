import type { PhoneLanguage } from '@chasqui/contracts'

/** Each by its own name, in whatever language the page is. */
export const languages = [
  { value: 'es', label: 'Español' },
  { value: 'pt-BR', label: 'Português' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: PhoneLanguage; label: string }[]
