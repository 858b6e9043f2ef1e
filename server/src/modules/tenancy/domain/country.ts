import type { Tenant } from './tenant.ts'

export type CountryDefaults = Pick<Tenant, 'timeZone' | 'locale'>

const zone = (timeZone: string, locale: Tenant['locale']): CountryDefaults => ({ timeZone, locale })

/** Zone of the largest city and language of most people, by ISO 3166-1 code; where a country has several zones the owner corrects it. */
const defaults: Record<string, CountryDefaults> = {
  AR: zone('America/Argentina/Buenos_Aires', 'es-AR'),
  BO: zone('America/La_Paz', 'es'),
  BR: zone('America/Sao_Paulo', 'pt-BR'),
  CA: zone('America/Toronto', 'en'),
  CL: zone('America/Santiago', 'es'),
  CO: zone('America/Bogota', 'es'),
  CR: zone('America/Costa_Rica', 'es'),
  CU: zone('America/Havana', 'es'),
  DO: zone('America/Santo_Domingo', 'es'),
  EC: zone('America/Guayaquil', 'es'),
  ES: zone('Europe/Madrid', 'es'),
  GB: zone('Europe/London', 'en'),
  GQ: zone('Africa/Malabo', 'es'),
  GT: zone('America/Guatemala', 'es'),
  HN: zone('America/Tegucigalpa', 'es'),
  IE: zone('Europe/Dublin', 'en'),
  MX: zone('America/Mexico_City', 'es-MX'),
  NI: zone('America/Managua', 'es'),
  PA: zone('America/Panama', 'es'),
  PE: zone('America/Lima', 'es'),
  PR: zone('America/Puerto_Rico', 'es'),
  PT: zone('Europe/Lisbon', 'pt-BR'),
  PY: zone('America/Asuncion', 'es'),
  SV: zone('America/El_Salvador', 'es'),
  US: zone('America/New_York', 'en'),
  UY: zone('America/Montevideo', 'es-AR'),
  VE: zone('America/Caracas', 'es'),
}

/** What a country suggests; null for one that the table does not know (nothing is guessed then). */
export const countryDefaults = (country: string): CountryDefaults | null => (Object.hasOwn(defaults, country) ? defaults[country]! : null)
