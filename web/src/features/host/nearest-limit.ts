import { measures, shareOf, type Terms } from '#lib/tenant-limits.ts'

/** The share of the limit that is nearest; 0 without any. */
export const nearestLimit = (tenant: Terms): number => Math.max(0, ...measures.map((measure) => shareOf(tenant, measure) ?? 0))
