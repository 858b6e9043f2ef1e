import { z } from 'zod'
import { Timeout } from './asking.ts'
import { next } from './parts.ts'

/**
 * What a flow does where a step does not say it itself, each optional. `onInvalid`: after the last try at an answer, else hand over to a person.
 * `onSilence`: the time-out of steps that ask and have none. `onMedia`: a picture, a recording or a file where words were expected: the author's words in
 * place of the step's (it counts as a try), or a person at once.
 */
export const Handlers = z
  .object({
    onInvalid: next.default(null),
    onSilence: Timeout.optional(),
    onMedia: z
      .discriminatedUnion('do', [
        z.object({ do: z.literal('say'), text: z.string().min(1).max(1024) }),
        z.object({ do: z.literal('hand_over') }),
        z.object({ do: z.literal('go'), next: next.unwrap() }),
      ])
      .optional(),
  })
  .prefault({})
