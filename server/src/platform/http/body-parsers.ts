import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '../failure.ts'
import { parseJson } from '../json.ts'
import { readSpared, tooLarge } from './spared-body.ts'

/** Largest JSON body. A flow of a thousand nodes is a tenth of it. */
export const largestJson = 2_000_000

/** What is no UTF-8 would be stored as other letters than were sent (RFC 8259 knows no other encoding). */
const readJson = (body: Buffer): unknown => {
  if (body.length === 0) return undefined
  if (!isUtf8(body)) throw new Failure('malformed', 'malformed_json', 'The body is not UTF-8.')
  return parseJson(body)
}

/** JSON is the only body that routes take, read by `parseJson`. An empty body is no body, whatever its content type says. */
export const readJsonBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/(?:[\w.-]+\+)?json\b/i, { parseAs: 'buffer', bodyLimit: largestJson }, async (_request: unknown, body: Buffer) =>
    readJson(body),
  )
}

/** Webhooks keep every body as the bytes that arrived, because signatures are made over those. */
export const keepRawBodies = (app: FastifyInstance, limit: number): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limit }, (_request, body, done) => done(null, body))
}

/** Webhooks that carry files: only the beginnings of those are kept. */
export const spareBodies = (app: FastifyInstance, limits: Parameters<typeof readSpared>[1]): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', async ({ headers }: FastifyRequest, body: IncomingMessage) => {
    if (Number(headers['content-length'] ?? 0) > limits.most) throw tooLarge()
    return readSpared(body, limits)
  })
}
