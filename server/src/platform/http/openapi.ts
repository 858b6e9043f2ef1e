import { Problem, type RouteContract } from '@chasqui/contracts'
import { z } from 'zod'
import { createSchemaBook, type JsonSchema, type SchemaBook } from './openapi-schemas.ts'
import { isOpen } from './route-table.ts'
import type { Webhook } from './webhooks.ts'

export type OpenApiSource = { table: RouteContract[]; webhooks: Webhook[]; version: string }

const problemTexts = {
  400: 'The request is not valid JSON or HTTP',
  401: 'Not signed in',
  403: 'Signed in, but not allowed',
  404: "Absent, another tenant's, or beyond the caller's reach",
  409: 'Contradicts the present state',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Well-formed but not valid; see `errors`',
  429: 'Too many calls; see `Retry-After`',
  500: 'A bug, logged under `requestId`',
  503: 'Cannot answer now; try again',
} as const

/** `/api/things/:id` → `/api/things/{id}` */
const template = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

const isUpload = ({ body, rate, method }: RouteContract): boolean => !body && rate === 'upload' && method !== 'GET'

/** Names of the fields of an object, also of one that may be left out. */
const fieldsOf = (schema: unknown): string[] => {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return fieldsOf(schema.unwrap())
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** Problems that a route can answer, from what its contract says. */
const problemsOf = (contract: RouteContract): number[] => {
  const { rate, method, params, query, body, tenant, idempotency } = contract
  const statuses = [429, 500, 503]
  if (!isOpen(contract) || rate === 'auth' || rate === 'session') statuses.push(401, 403)
  // Bodies and queries name things by their ids too, and keys of links what they open. What is asked of the one channel there is may be asked where there is none.
  const namesById = [query, body].some((input) => fieldsOf(input).some((name) => name.endsWith('Id') || name === 'channel'))
  if (params || namesById || (body && (tenant === 'member' || (isOpen(contract) && rate === 'read')))) statuses.push(404)
  if (query || body || idempotency || isUpload(contract)) statuses.push(422)
  // A body is read, and may be refused, also where none is asked for.
  if (method !== 'GET') statuses.push(400, 409, 413, 415)
  return statuses.sort((one, other) => one - other)
}

const parametersOf = (book: SchemaBook, contract: RouteContract): JsonSchema[] => {
  const list = (place: 'path' | 'query') => {
    const schema = contract[place === 'path' ? 'params' : 'query']
    if (!schema) return []
    const { properties = {}, required = [] } = book.write(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
    return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }))
  }
  const key = contract.idempotency ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []
  return [...list('path'), ...list('query'), ...key]
}

const upload = {
  required: true,
  content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] } } },
}

const requestBodyOf = (book: SchemaBook, contract: RouteContract): JsonSchema | undefined => {
  const { body } = contract
  if (!body) return isUpload(contract) ? upload : undefined
  return { required: !body.safeParse(undefined).success, content: { 'application/json': { schema: book.write(body, 'input') } } }
}

const successOf = (book: SchemaBook, { response }: RouteContract): JsonSchema => {
  if (response.status === 204) return { description: 'Done' }
  const content = response.body
    ? { 'application/json': { schema: book.write(response.body, 'output') } }
    : { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  const picture = response.alsoAs && { [response.alsoAs]: { schema: { type: 'string', format: 'binary' } } }
  return { description: 'Success', content: { ...content, ...picture } }
}

const references = (statuses: number[]): JsonSchema =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }]))

const operationOf = (book: SchemaBook, contract: RouteContract): JsonSchema => {
  const requestBody = requestBodyOf(book, contract)
  return {
    operationId: contract.id,
    tags: [contract.id.split('.')[0]],
    summary: contract.summary,
    security: isOpen(contract) ? [] : [{ accessToken: [] }, { apiKey: [] }],
    'x-permission': contract.permission,
    'x-rate-class': contract.rate,
    parameters: parametersOf(book, contract),
    ...(requestBody && { requestBody }),
    responses: { [contract.response.status]: successOf(book, contract), ...references(problemsOf(contract)) },
  }
}

/** Providers' addresses: their bodies are the providers' business, their signatures the access check. */
const webhookPaths = (webhooks: Webhook[]): [string, JsonSchema][] =>
  webhooks.map(({ path, handlers }) => {
    const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', ...(name === 'channelId' && { format: 'uuid' }) },
    }))
    const name = path.replace(/^\/api\//, '').replaceAll(/[/:]+/g, '.')
    const operation = (verb: string, summary: string, problems: number[]) => ({
      operationId: `${name}.${verb}`,
      tags: ['webhooks'],
      summary,
      security: [],
      'x-permission': 'signature',
      parameters,
      responses: { 200: { description: 'Taken', content: { 'text/plain': { schema: { type: 'string' } } } }, ...references(problems) },
    })
    const body = { requestBody: { content: { 'application/json': { schema: {} } } } }
    return [
      template(path),
      {
        ...(handlers.GET && { get: operation('challenge', 'Subscription check of the provider', [403, 500, 503]) }),
        ...(handlers.POST && { post: { ...operation('deliver', 'Delivery of the provider, signed', [400, 401, 404, 413, 500, 503]), ...body } }),
      },
    ]
  })

const plain = (operationId: string, summary: string, contentType = 'application/json'): JsonSchema => ({
  get: {
    operationId,
    tags: ['operation'],
    summary,
    security: [],
    'x-permission': 'public',
    parameters: [],
    responses: { 200: { description: 'Success', content: { [contentType]: { schema: {} } } }, 503: { description: 'Cannot serve' } },
  },
})

const fixedPaths: Record<string, JsonSchema> = {
  '/api/openapi.json': plain('openapi.read', 'This document'),
  '/health': plain('health.read', 'State of the product and its parts'),
  '/health/live': plain('health.live', 'Whether the process answers'),
  '/health/ready': plain('health.ready', 'Whether the product can serve'),
  '/metrics': plain('metrics.read', 'Prometheus metrics; only from this machine or with its token', 'text/plain'),
}

const pathsOf = (book: SchemaBook, { table, webhooks }: OpenApiSource): Record<string, JsonSchema> => {
  const paths: Record<string, JsonSchema> = {}
  for (const contract of table) {
    const operations = (paths[template(contract.path)] ??= {})
    operations[contract.method.toLowerCase()] = operationOf(book, contract)
  }
  return { ...paths, ...Object.fromEntries(webhookPaths(webhooks)), ...fixedPaths }
}

const responsesOf = (problem: JsonSchema) =>
  Object.fromEntries(
    Object.entries(problemTexts).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { 'application/problem+json': { schema: problem } } },
    ]),
  )

const describe = `All ids are UUIDv7, all times RFC 3339 in UTC. Lists answer \`{items, nextCursor}\` and take \`limit\` and \`cursor\`.
Errors are \`application/problem+json\`; \`code\` is stable. Things of another tenant answer 404 like things that do not exist.`

/** The OpenAPI 3.1 document of everything registered. Made when it is first asked for; the table no longer changes then. */
export const openApi = (source: OpenApiSource) => (): JsonSchema => {
  const book = createSchemaBook()
  const problem = book.write(Problem, 'output')
  const paths = pathsOf(book, source)
  const tags = [...new Set(source.table.map(({ id }) => id.split('.')[0]!))].sort()
  return {
    openapi: '3.1.1',
    info: { title: 'Chasqui', version: source.version, description: describe, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: [...tags, ...(source.webhooks.length > 0 ? ['webhooks'] : []), 'operation'].map((name) => ({ name })),
    security: [{ accessToken: [] }],
    paths,
    components: {
      schemas: book.components(),
      responses: responsesOf(problem),
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Repeats of the same request with the same key have one effect and get the stored answer',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
    },
  }
}
