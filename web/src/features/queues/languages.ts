/** Languages that are offered for a queue: the product's own first, then those that are often written to businesses. */
export const offeredLanguages = ['es', 'pt', 'en', 'fr', 'it', 'de', 'gn', 'qu', 'zh'] as const

/** The name of a language in the language of the screen. */
export const languageName = (locale: string, code: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
