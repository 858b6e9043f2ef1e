import { z } from 'zod'
import { at, next, VariableName } from '../../schema/parts.ts'

/** A value may hold `{{variables}}` and `{{secret.name}}`. */
const Pair = z.object({ name: z.string().min(1).max(200), value: z.string().max(4000) })
const Status = z.number().int().min(100).max(599)

/**
 * Asks another program over HTTP and goes on with what it answers. Variables and secrets stand in the address (behind its host), the query, headers and the
 * body, each escaped for its place. A try that may have arrived is repeated only where that is safe: by GET, PUT and DELETE, or with an `idempotencyKey`, which
 * stays the same for all tries. `success` empty: any status from 200 to 299. `save` takes values out of the answer by paths such as `data.items[0].name`.
 * `<saveAs>.status` and `<saveAs>.error` tell how it went. `sample` is an answer that was seen once, for whoever chooses the paths.
 */
export const ApiCallStep = z.object({
  type: z.literal('api_call'),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: z.string().min(1).max(2000),
  query: z.array(Pair).max(30).default([]),
  headers: z.array(Pair).max(30).default([]),
  bodyKind: z.enum(['none', 'json', 'form', 'text']).default('none'),
  body: z.string().max(20_000).default(''),
  form: z.array(Pair).max(50).default([]),
  timeoutSeconds: z.number().int().min(1).max(60).default(10),
  retries: z.number().int().min(0).max(3).default(0),
  idempotencyKey: z.boolean().default(false),
  success: z.array(Status).max(20).default([]),
  save: z
    .array(z.object({ path: z.string().max(200), variable: VariableName }))
    .max(20)
    .default([]),
  saveAs: VariableName.default('call'),
  sample: z.object({ status: Status, body: z.string().max(20_000) }).optional(),
  next,
  onError: next.default(null),
  ...at,
})
