import type { Business } from '@chasqui/contracts'
import { type Language, languageFor } from '#lib/i18n/languages.ts'
import { shownLanguage } from '#lib/i18n/texts.ts'
import { guess, zoneFor } from './guess.ts'

export const trades = ['clinic', 'veterinary', 'salon', 'shop', 'other'] as const
export type Answers = { name: string; country: string; language: Language; timeZone: string; trade: Business['trade']; person: string }

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What the form opens with: a guess from the browser on first use, the kept profile when it is run again. */
export const answersFor = (business: Business, person: string): Answers => {
  const language = languageFor([shownLanguage()])
  const place = business.welcomed ? business : guess({ zone: browserZone(), languages: navigator.languages })
  return { name: business.name, trade: business.trade, person, language, country: place.country, timeZone: place.timeZone }
}

export const zoneOf = (country: string) => zoneFor(country, browserZone())
