import { shownLanguage } from '#lib/i18n/texts.ts'

const countries = 'AR BO BR CL CO CR DO EC ES GT HN MX NI PA PE PT PY SV US UY VE'.split(' ')

/** In the shown language. */
export const countryName = (code: string) => new Intl.DisplayNames([shownLanguage()], { type: 'region' }).of(code) ?? code

/** The countries by name in the shown language. */
export const countryOptions = () => {
  return countries.map((value) => ({ value, label: countryName(value) })).toSorted((one, other) => one.label.localeCompare(other.label, shownLanguage()))
}
