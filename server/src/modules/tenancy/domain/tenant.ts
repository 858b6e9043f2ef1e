import type { Business } from '@chasqui/contracts'

export type TenantStatus = 'active' | 'suspended'

/** The locales that the product speaks; the plain languages and the two whose words differ. */
export type Locale = 'es' | 'es-AR' | 'es-MX' | 'pt-BR' | 'en'

/** One organisation as the rest of the product knows it. `welcomed`: its owner has passed the welcome form. `messageLimit`: messages it may send in a month. */
export type Tenant = Omit<Business, 'locale'> & { locale: Locale; status: TenantStatus; messageLimit: number | null }

/** What is needed to make one. Country decides zone and language where these are not given. */
export type NewTenant = {
  name: string
  /** Part of addresses and file names. Left out, it is made from the name. */
  slug?: string
  country?: string
  locale?: Locale
  timeZone?: string
  trade?: Tenant['trade']
  isDemo?: boolean
}

/** The organisation that a first start fills with sample data. Its fixed slug keeps two nodes from making it twice. */
export const demoTenant = { name: 'Clínica Demo', slug: 'demo', country: 'AR', trade: 'clinic', isDemo: true } as const satisfies NewTenant
