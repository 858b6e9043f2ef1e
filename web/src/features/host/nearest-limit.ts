import type { HostedTenant, TenantLimits } from '@chasqui/contracts'

export const measures = ['users', 'channels', 'messages', 'storageBytes'] as const satisfies (keyof TenantLimits)[]

/** From this share of a limit on, somebody should know. */
export const warnFrom = 0.8

/** How much of a limit is used; null without one. Nothing allowed is all used. */
export const shareOf = ({ limits, usage }: Pick<HostedTenant, 'limits' | 'usage'>, measure: keyof TenantLimits): number | null => {
  const most = limits[measure]
  if (most === null) return null
  return most === 0 ? 1 : usage[measure] / most
}

/** The share of the limit that is nearest; 0 without any. */
export const nearestLimit = (tenant: Pick<HostedTenant, 'limits' | 'usage'>): number => Math.max(0, ...measures.map((measure) => shareOf(tenant, measure) ?? 0))
