import { z } from 'zod'
import { Id, Instant } from './ids.ts'

/** What a conversation is owed in time: a first answer of a person, the next one, and its end. */
export const serviceMetrics = ['first_response', 'next_response', 'resolution'] as const
export const ServiceMetric = z.enum(serviceMetrics)
export type ServiceMetric = z.infer<typeof ServiceMetric>

/** The nearest of them. Paused while the customer is waited for: `at` is then null, and `remainingSeconds` stands still. Hours in which nobody is there are in `at`. */
export const Due = z.object({ metric: ServiceMetric, at: Instant.nullable(), warnAt: Instant.nullable(), remainingSeconds: z.number().int().nullable() })
export type Due = z.infer<typeof Due>

/** `missed`: it ended after its time; `void`: what it was for went away. */
export const clockStates = ['running', 'paused', 'met', 'missed', 'void'] as const
export const ServiceClock = z
  .object({
    id: Id,
    metric: ServiceMetric,
    state: z.enum(clockStates),
    /** Business seconds that were promised, and that were used when it ended. */
    targetSeconds: z.number().int(),
    spentSeconds: z.number().int().nullable(),
    startedAt: Instant,
    dueAt: Instant.nullable(),
    remainingSeconds: z.number().int().nullable(),
    breachedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'ServiceClock' })
export type ServiceClock = z.infer<typeof ServiceClock>

/** A clock counts on the day on which it ended or, running, ran out. `compliance`: met of met, missed and overdue; 0 to 1; null: none. */
export const ComplianceCount = z.object({
  met: z.number().int(),
  missed: z.number().int(),
  overdue: z.number().int().meta({ description: 'past their time and not ended yet' }),
  compliance: z.number().nullable(),
})
export type ComplianceCount = z.infer<typeof ComplianceCount>
const ByMetric = z.object({ first_response: ComplianceCount, next_response: ComplianceCount, resolution: ComplianceCount, all: ComplianceCount })
export const ServiceCompliance = z
  .object({ total: ByMetric, groups: z.array(z.object({ id: Id.nullable(), name: z.string().nullable(), counts: ByMetric })) })
  .meta({ id: 'ServiceCompliance' })
export type ServiceCompliance = z.infer<typeof ServiceCompliance>
