import { STATUS_CODES } from 'node:http'
import type { Problem } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure, type FieldError } from '../failure.ts'
import type { Log } from '../log.ts'
import { failureOfDatabase } from './database-error.ts'

/** What went wrong, in the words of HTTP. `bug` = nobody foresaw it: logged with its stack, told without detail. */
export type Fault = { status: number; code: string; detail?: string; errors?: FieldError[]; retryAfter?: number; bug: boolean }

/** Stable codes for what the HTTP layer itself refuses. Modules bring their own with `Failure`. */
const codeOfStatus: Record<number, string> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timeout',
  413: 'too_large',
  414: 'too_large',
  415: 'unsupported_media_type',
  429: 'limited',
  431: 'too_large',
}

/** Fastify's own refusals of a request. Its messages may quote the request, so people get ours. */
const refusals: Record<string, Omit<Fault, 'bug'>> = {
  FST_ERR_BAD_URL: { status: 400, code: 'malformed_url', detail: 'The address is not correctly percent-encoded.' },
  // Spelled as no file of the web app can be (`//`, longer than the file system takes): like any other address that is none.
  FST_STATIC_FORBIDDEN_PATH: { status: 404, code: 'not_found', detail: 'Nothing at this address.' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 404, code: 'not_found', detail: 'Nothing at this address.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'unsupported_media_type',
    detail: 'This address does not take this content type. Most take application/json.',
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 415, code: 'unsupported_media_type', detail: 'Send the file as `multipart/form-data`.' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'too_large', detail: 'The body is larger than this address takes.' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'too_large', detail: 'The file is larger than allowed.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'malformed', detail: 'The body is not as long as announced.' },
}

const refusalOf = (error: unknown): Omit<Fault, 'bug'> | null => {
  const { code = '', statusCode = 0 } = (error ?? {}) as { code?: string; statusCode?: number }
  const known = refusals[code]
  if (known) return known
  return statusCode >= 400 && statusCode < 500 ? { status: statusCode, code: codeOfStatus[statusCode] ?? 'malformed' } : null
}

const faultOfFailure = ({ status, code, message, errors, retryAfter }: Failure): Fault => ({
  status,
  code,
  detail: message,
  bug: false,
  ...(errors && { errors }),
  ...(retryAfter !== undefined && { retryAfter }),
})

/** Sorts whatever was thrown: foreseen, refused by Fastify, explained by the database, or a bug. */
export const faultOf = (error: unknown): Fault => {
  if (error instanceof Failure) return faultOfFailure(error)
  const refusal = refusalOf(error)
  if (refusal) return { ...refusal, bug: false }
  const ofDatabase = failureOfDatabase(error)
  return ofDatabase ? faultOfFailure(ofDatabase) : { status: 500, code: 'internal', bug: true }
}

/** The body of RFC 9457 for a fault. `code` is what programs look at; `type` stays `about:blank`, so `title` is the status' own name. */
export const problemOf = ({ status, code, detail, errors }: Fault, requestId: string): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  ...(detail && { detail }),
  requestId,
  ...(errors && { errors }),
})

/** The headers that go with a problem. RFC 9110: a 401 names how to authenticate; browsers show no dialogue for this scheme. */
export const headersOfFault = ({ status, retryAfter }: Fault, requestId: string): Record<string, string> => ({
  'X-Request-Id': requestId,
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
  ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
})

/** Answers with a problem. The body is text already, so that no serializer or type of the failed route is applied to it. */
export const sendFault = (reply: FastifyReply, fault: Fault): FastifyReply =>
  reply
    .code(fault.status)
    .headers(headersOfFault(fault, reply.request.id))
    .serializer((text: string) => text)
    .send(JSON.stringify(problemOf(fault, reply.request.id)))

/** Fastify's error handler: sort, log what people must look at, answer. */
export const errorHandler =
  (log: Log) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const fault = faultOf(error)
    const facts = { err: error, requestId: request.id, tenantId: request.actor?.tenantId, route: request.routeOptions?.url, code: fault.code }
    if (fault.bug) log.error(facts, 'request failed')
    else if (!(error instanceof Failure) && !refusalOf(error) && failureOfDatabase(error)) log.warn(facts, 'database refused')
    return sendFault(reply, fault)
  }
