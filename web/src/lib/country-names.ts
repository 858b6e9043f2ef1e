import { shownLanguage } from './i18n/texts.ts'

/** In the shown language. */
export const countryName = (code: string): string => new Intl.DisplayNames([shownLanguage()], { type: 'region' }).of(code) ?? code

/** Countries to choose from, by name in the shown language. */
export const countryOptions = (codes: readonly string[]): { value: string; label: string }[] =>
  codes.map((value) => ({ value, label: countryName(value) })).toSorted((one, other) => one.label.localeCompare(other.label, shownLanguage()))
