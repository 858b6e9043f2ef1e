export type Language = 'es' | 'pt-BR' | 'en'

/** The first of these tags that there are words for; Spanish else. */
export const languageOf = (tags: readonly (string | null | undefined)[]): Language => {
  for (const tag of tags) {
    const [main] = (tag ?? '').toLowerCase().split('-')
    if (main === 'pt') return 'pt-BR'
    if (main === 'es' || main === 'en') return main
  }
  return 'es'
}

/** What the launcher is called; everything else comes with the panel. */
export const openIn: Record<Language, string> = { es: 'Abrir el chat', 'pt-BR': 'Abrir o chat', en: 'Open the chat' }
