import { z } from 'zod'
import { Id, Instant } from './ids.ts'

/** What can be done with many conversations at once. */
export const JobAct = z.enum(['assign', 'tag', 'close', 'snooze', 'read']).meta({ id: 'JobAct' })
export type JobAct = z.infer<typeof JobAct>

/** `running` until nothing is left to do; `failed`: it could not go on as a whole, `code` says why. */
export const JobState = z.enum(['running', 'done', 'cancelled', 'failed']).meta({ id: 'JobState' })
export type JobState = z.infer<typeof JobState>

const named = z.object({ id: Id, name: z.string() })

/** What is to be done, with the names that people knew it by. */
export const JobOrder = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('assign'), to: named.nullable() }),
    z.object({ act: z.literal('tag'), add: z.array(z.string()), remove: z.array(z.string()) }),
    z.object({ act: z.literal('close'), reason: z.string().nullable(), reasonId: Id.nullable(), note: z.string().nullable(), survey: z.boolean().nullable() }),
    z.object({ act: z.literal('snooze'), until: Instant.nullable() }),
    z.object({ act: z.literal('read') }),
  ])
  .meta({ id: 'JobOrder' })
export type JobOrder = z.infer<typeof JobOrder>

/**
 * Long work that goes on by itself. `done` were changed, `skipped` needed nothing, `failed` were refused; together they are what is behind it. `undoes`:
 * it takes back what that job did; `undoneBy`: that one takes this back.
 */
export const Job = z
  .object({
    id: Id,
    order: JobOrder,
    state: JobState,
    code: z.string().nullable(),
    total: z.number().int(),
    done: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    maker: named,
    undoes: Id.nullable(),
    undoneBy: Id.nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export const JobItemState = z.enum(['waiting', 'done', 'skipped', 'failed'])
export type JobItemState = z.infer<typeof JobItemState>
/** One conversation of a job; `code` says why it was refused. */
export const JobItem = z
  .object({ position: z.number().int(), conversationId: Id, contactName: z.string().nullable(), state: JobItemState, code: z.string().nullable() })
  .meta({ id: 'JobItem' })
export type JobItem = z.infer<typeof JobItem>
