/** Countries offered in the form with the time zone that most of their people live in (IANA). Any other country of the browser is added. */
export const homeZones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires', BO: 'America/La_Paz', BR: 'America/Sao_Paulo', CA: 'America/Toronto', CL: 'America/Santiago', CO: 'America/Bogota', CR: 'America/Costa_Rica',
  CU: 'America/Havana', DE: 'Europe/Berlin', DO: 'America/Santo_Domingo', EC: 'America/Guayaquil', ES: 'Europe/Madrid', FR: 'Europe/Paris', GB: 'Europe/London', GT: 'America/Guatemala',
  HN: 'America/Tegucigalpa', IT: 'Europe/Rome', MX: 'America/Mexico_City', NI: 'America/Managua', PA: 'America/Panama', PE: 'America/Lima', PR: 'America/Puerto_Rico', PT: 'Europe/Lisbon',
  PY: 'America/Asuncion', SV: 'America/El_Salvador', US: 'America/New_York', UY: 'America/Montevideo', VE: 'America/Caracas',
}

/** Zones that say a country by themselves, besides those above: the other zones of the large countries. */
const moreZones: readonly [prefix: string, country: string][] = [
  ['America/Argentina/', 'AR'], ['America/Buenos_Aires', 'AR'], ['America/Cordoba', 'AR'], ['America/Bahia', 'BR'], ['America/Fortaleza', 'BR'], ['America/Recife', 'BR'], ['America/Manaus', 'BR'], ['America/Belem', 'BR'],
  ['America/Cuiaba', 'BR'], ['America/Campo_Grande', 'BR'], ['America/Porto_Velho', 'BR'], ['America/Maceio', 'BR'], ['America/Araguaina', 'BR'], ['America/Rio_Branco', 'BR'], ['America/Boa_Vista', 'BR'],
  ['America/Monterrey', 'MX'], ['America/Tijuana', 'MX'], ['America/Cancun', 'MX'], ['America/Merida', 'MX'], ['America/Hermosillo', 'MX'], ['America/Chihuahua', 'MX'], ['America/Mazatlan', 'MX'],
  ['America/Punta_Arenas', 'CL'], ['Pacific/Galapagos', 'EC'], ['Atlantic/Canary', 'ES'], ['America/Chicago', 'US'], ['America/Denver', 'US'], ['America/Los_Angeles', 'US'], ['America/Phoenix', 'US'],
]

/** The country that a time zone lies in, null when the zone does not say. */
export const countryOfZone = (zone: string): string | null =>
  Object.entries(homeZones).find(([, home]) => home === zone)?.[0] ?? moreZones.find(([prefix]) => zone.startsWith(prefix))?.[1] ?? null
