import { languageFor, type Language, regionIn } from '#lib/i18n/languages.ts'
import { countryOfZone, homeZones } from './countries.ts'

/** What the browser tells about the person: IANA zone and languages in their order, `es-419`, `pt-BR`, `en`. */
export type Clues = { zone: string; languages: readonly string[] }
export type Guess = { country: string; language: Language; timeZone: string }

/** The zone says the country better than the language, which is often left at somebody else's setting. */
export const guess = ({ zone, languages }: Clues): Guess => {
  const country = countryOfZone(zone) ?? regionIn(languages) ?? 'AR'
  return { country, language: languageFor(languages), timeZone: zoneFor(country, zone) }
}

/** The browser's own zone where it lies in that country, otherwise the country's usual one. */
export const zoneFor = (country: string, browserZone: string): string =>
  countryOfZone(browserZone) === country ? browserZone : (homeZones[country] ?? browserZone)

/** The locale that the business profile keeps for a language in a country. */
export const businessLocale = (language: Language, country: string): 'es' | 'es-AR' | 'es-MX' | 'pt-BR' | 'en' =>
  language !== 'es' ? language : country === 'MX' ? 'es-MX' : country === 'AR' || country === 'UY' || country === 'PY' ? 'es-AR' : 'es'
