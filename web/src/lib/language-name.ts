import { shownLanguage } from './i18n/texts.ts'

/** What a language is called in the language of the screen: `pt_BR` → «portugués (Brasil)». What nobody knows stays as it came. */
export const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames([shownLanguage()], { type: 'language', languageDisplay: 'standard' }).of(code.replaceAll('_', '-')) ?? code
  } catch {
    return code
  }
}
