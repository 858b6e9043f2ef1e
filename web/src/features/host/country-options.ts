import { shownLanguage } from '#lib/i18n/texts.ts'

const countries = 'AR BO BR CL CO CR DO EC ES GT HN MX NI PA PE PT PY SV US UY VE'.split(' ')

/** The countries by name in the shown language. */
export const countryOptions = () => {
  const names = new Intl.DisplayNames([shownLanguage()], { type: 'region' })
  return countries.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((one, other) => one.label.localeCompare(other.label, shownLanguage()))
}
