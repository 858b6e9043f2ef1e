import type { Json } from '#platform/foreign-json/loose-json'

/**
 * One item of a webhook, cut out of its batch: what is kept in the inbox and what `interpret` reads. `waba` is the business account
 * (`entry.id`) and `time` the entry's own time, where given.
 */
export type Slice = { waba: string; time: unknown; metadata: Json } &
  /** `errors` are those of the whole value: an interactive answer can be missing with its reason there. */
  (
    | { kind: 'message'; message: Json; contacts: Json[]; errors: unknown[] }
    /** Written by the business on its own handset. */
    | { kind: 'echo'; message: Json; contacts: Json[]; errors: unknown[] }
    | { kind: 'status'; status: Json; contacts: Json[] }
    | { kind: 'preference'; preference: Json }
    | { kind: 'user_id_update'; update: Json }
    | { kind: 'call'; call: Json }
    /** Everything else, known or not. */
    | { kind: 'account'; field: string; value: unknown }
  )
