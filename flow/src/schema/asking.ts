import { z } from 'zod'
import { next, Seconds } from './parts.ts'

/** What happens when the customer stays silent at a step that waits. The clock starts anew with each question, also when it is asked again. */
export const Timeout = z.object({ seconds: Seconds.min(5), next })

/** What every step that asks has: `retries` counts further tries after the first invalid answer; then `onInvalid`. */
export const asking = {
  invalidText: z.string().max(1024).optional(),
  /** A text of its own for the first, second … further try; where there is none, `invalidText`. */
  invalidTexts: z.array(z.string().max(1024)).max(10).optional(),
  retries: z.number().int().min(0).max(10).default(2),
  onInvalid: next.default(null),
  timeout: Timeout.optional(),
}
