import { countryDefaults } from './country.ts'
import type { Locale, NewTenant, Tenant } from './tenant.ts'

export type Profile = Pick<Tenant, 'name' | 'country' | 'locale' | 'timeZone' | 'trade'>
export type ProfileChange = Partial<Profile>

const fallback = { country: 'AR', locale: 'es' as Locale, timeZone: 'UTC' }

/** The profile that a new tenant starts with. */
export const firstProfile = ({ name, country = fallback.country, locale, timeZone, trade = 'other' }: NewTenant): Profile => {
  const suggested = countryDefaults(country) ?? fallback
  return { name, country, trade, locale: locale ?? suggested.locale, timeZone: timeZone ?? suggested.timeZone }
}

/**
 * The profile after a change. Moving to another country brings its zone and language along unless the change names them;
 * naming the same country again leaves a corrected zone alone.
 */
export const changedProfile = (now: Profile, change: ProfileChange): Profile => {
  const moved = change.country !== undefined && change.country !== now.country
  const suggested = (moved && countryDefaults(change.country!)) || now
  return {
    name: change.name ?? now.name,
    country: change.country ?? now.country,
    locale: change.locale ?? suggested.locale,
    timeZone: change.timeZone ?? suggested.timeZone,
    trade: change.trade ?? now.trade,
  }
}
