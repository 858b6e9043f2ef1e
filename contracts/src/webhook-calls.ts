import { z } from 'zod'
import { Instant } from './ids.ts'

/**
 * What became of a call at a channel's address. `stored`: all of it is kept; `forged`: without the right signature; `malformed`: not what this vendor sends; `failed`: it could not
 * be kept, and the vendor sends it again; `verified` and `unverified`: the vendor asked for the token, and showed the right one or another.
 */
export const WebhookVerdict = z.enum(['stored', 'forged', 'malformed', 'failed', 'verified', 'unverified'])
export type WebhookVerdict = z.infer<typeof WebhookVerdict>

/** The last calls at a channel's address, as one process knows them: a start forgets them. Nothing of what was said is in it. */
export const KnownCalls = z.object({
  /** When the process began. */
  since: Instant,
  /** How many it has had since then. */
  counts: z.partialRecord(WebhookVerdict, z.number().int()),
  /** The newest first. `items`: how many messages, receipts and other news were in it; null for calls that were refused and for questions. */
  items: z.array(z.object({ at: Instant, verdict: WebhookVerdict, items: z.number().int().nullable() })),
})
export type KnownCalls = z.infer<typeof KnownCalls>

/**
 * The same of all processes that live. `since`: when the youngest of them began, from when on nothing is missing; each has counted since it began. `processes`: how
 * many told what they know; `silent`: how many did not, in time.
 */
export const WebhookCalls = KnownCalls.extend({ processes: z.number().int(), silent: z.number().int() }).meta({ id: 'WebhookCalls' })
export type WebhookCalls = z.infer<typeof WebhookCalls>
