import { z } from 'zod'

/**
 * Words or phrases in what the customer writes, without accents and case. `exact`: they are the whole message, greetings and thanks aside; `anywhere`: also
 * whole words in it ("turno" is in "quiero un turno", not in "turnos"); `near`: also with a slip of the finger in them.
 */
export const KeywordTrigger = z.object({
  type: z.literal('keyword'),
  words: z.array(z.string().min(1).max(60)).min(1).max(50),
  match: z.enum(['exact', 'anywhere', 'near']).default('anywhere'),
})
