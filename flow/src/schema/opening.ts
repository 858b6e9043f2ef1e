import { z } from 'zod'

/**
 * What reaches somebody to whom free words may not be written any more: a template of the provider, its places filled in order; `{{name}}` is replaced in the values.
 * The flow then begins with their answer.
 */
export const Opening = z.object({
  name: z.string().min(1).max(512),
  language: z.string().min(2).max(20),
  values: z.array(z.string().max(1000)).max(20).default([]),
})
export type Opening = z.infer<typeof Opening>
