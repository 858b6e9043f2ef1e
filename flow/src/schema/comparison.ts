import { z } from 'zod'
import { VariableName } from './parts.ts'

/**
 * Texts are compared without accents and case, numbers as numbers; a text `value` may hold `{{name}}`. `has_words` looks for whole words ("cita" is not in
 * "necesita"); a list of values means any of them. `matches` finds a pattern anywhere: anchor it with ^ and $.
 */
export const Comparison = z.object({
  variable: VariableName,
  operator: z.enum(['equals', 'not_equals', 'contains', 'has_words', 'starts_with', 'is_set', 'is_not_set', 'greater_than', 'less_than', 'matches', 'one_of']),
  value: z.union([z.string().max(1000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]).optional(),
})
export type Comparison = z.infer<typeof Comparison>
