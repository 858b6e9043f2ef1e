import type { RouteContract } from '@chasqui/contracts'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Failure, absent, type FieldError } from '../failure.ts'
import { cleanText } from '../json.ts'

/** Enough to correct a form; a hostile body with thousands of wrong fields gets no thousands of answers. */
const mostErrors = 20

const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.slice(0, mostErrors).map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code ?? 'custom', message: issue.message }))

const read = (schema: z.ZodType | null, input: unknown, what: string): unknown => {
  if (schema === null) return undefined
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new Failure('invalid', 'invalid', `The ${what} is not valid.`, { errors: fieldErrors(result.error) })
}

/** `/api/conversations/:id` → conversation: what a parameter's value would have been the id of. */
const nounBefore = (path: string, parameter: string): string => {
  const parts = path.split('/')
  const before = parts[parts.indexOf(`:${parameter}`) - 1] ?? 'thing'
  return before.replaceAll('-', ' ').replace(/s$/, '')
}

/** A parameter that cannot be an id is answered like an id that does not exist. */
const readParams = ({ path, params }: RouteContract, input: unknown): unknown => {
  if (params === null) return undefined
  const result = params.safeParse(cleaned(input))
  if (result.success) return result.data
  throw absent(nounBefore(path, String(result.error.issues[0]?.path[0] ?? 'id')))
}

/** Parameters and query strings are percent-decoded text, so they may hold what JSON bodies were cleaned of. */
const cleaned = (input: unknown): Record<string, unknown> => {
  const clean = (value: unknown) => (typeof value === 'string' ? cleanText(value) : value)
  const entries = Object.entries((input ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? value.map(clean) : clean(value)]))
}

export type Input = { params: unknown; query: unknown; body: unknown }

/** What the caller sent, as the contract describes it. Throws 404 for parameters, 422 with the fields for query and body. */
export const readInput = (contract: RouteContract, request: FastifyRequest): Input => ({
  params: readParams(contract, request.params),
  query: read(contract.query, cleaned(request.query), 'query'),
  body: read(contract.body, request.body ?? undefined, 'body'),
})
