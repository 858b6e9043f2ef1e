import { z } from 'zod'
import { Instant } from './ids.ts'

/** What a conversation is owed in time: a first answer of a person, the next one, and its end. */
export const serviceMetrics = ['first_response', 'next_response', 'resolution'] as const
export const ServiceMetric = z.enum(serviceMetrics)
export type ServiceMetric = z.infer<typeof ServiceMetric>

/** The nearest of them. Paused outside the hours and while the customer is waited for: `at` is then null, and `remainingSeconds` stands still. */
export const Due = z.object({ metric: ServiceMetric, at: Instant.nullable(), warnAt: Instant.nullable(), remainingSeconds: z.number().int().nullable() })
export type Due = z.infer<typeof Due>
