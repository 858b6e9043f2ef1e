import { shownLanguage } from '#lib/i18n/texts.ts'
import { homeZones } from './countries.ts'

/** The countries by name in the shown language; one that the list lacks is added, so that a guess is never lost. */
export const countryOptions = (chosen: string) => {
  const names = new Intl.DisplayNames([shownLanguage()], { type: 'region' })
  return [...new Set([...Object.keys(homeZones), chosen])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, shownLanguage()))
}
