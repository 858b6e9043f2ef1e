/** The languages that answers are understood and read back in. */
export type Language = 'es' | 'pt' | 'en'

/** The language of a locale ("pt-BR"); English for those that the product does not speak. */
export const languageOf = (locale: string): Language => {
  const language = locale.slice(0, 2).toLowerCase()
  return language === 'es' || language === 'pt' ? language : 'en'
}
