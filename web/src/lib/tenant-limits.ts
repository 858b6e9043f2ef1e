import type { HostedTenant, TenantLimits } from '@chasqui/contracts'

/** What an organisation uses beside what it may use. */
export type Terms = Pick<HostedTenant, 'limits' | 'usage'>

export const measures = ['users', 'channels', 'messages', 'storageBytes'] as const satisfies (keyof TenantLimits)[]

/** From this share of a limit on, somebody should know. */
export const warnFrom = 0.8

/** How much of a limit is used; null without one. Nothing allowed is all used. */
export const shareOf = ({ limits, usage }: Terms, measure: keyof TenantLimits): number | null => {
  const most = limits[measure]
  if (most === null) return null
  return most === 0 ? 1 : usage[measure] / most
}
