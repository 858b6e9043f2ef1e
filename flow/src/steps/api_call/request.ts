import type { NodeOf } from '../../engine/nodes.ts'
import { addressParts, encoded } from './address.ts'
import { headerFault } from './headers.ts'
import type { Lookup, Part } from './template.ts'
import { escapeFor, isJsonTemplate, jsonPlace, partsOf } from './template.ts'

type Node = NodeOf<'api_call'>

/**
 * A request with its variables filled in and its secrets still open: plain JSON, the same for all tries, and nothing in it that must not be stored.
 * `repeatable`: a try that may have arrived may be made again.
 */
export type CallRequest = {
  method: Node['method']
  url: Part[]
  headers: { name: string; value: Part[] }[]
  body: Part[] | null
  idempotencyKey: boolean
  repeatable: boolean
  timeoutSeconds: number
  retries: number
  success: number[]
  save: Node['save']
}

/** Why a request is not even tried. */
export type RequestFault = 'address' | 'header' | 'body' | 'size'

/** UTF-16 units of a whole request. */
const longestRequest = 64_000

/** Methods that do the same when they arrive twice (RFC 9110, 9.2.2). */
const idempotent: Node['method'][] = ['GET', 'PUT', 'DELETE']

const hasOwnKey = ({ headers }: Pick<Node, 'headers'>): boolean => headers.some(({ name }) => name.toLowerCase() === 'idempotency-key')

/** Whether a try of which nobody knows whether it arrived may be made again. */
export const isRepeatable = (node: Pick<Node, 'method' | 'headers' | 'idempotencyKey'>): boolean =>
  idempotent.includes(node.method) || node.idempotencyKey || hasOwnKey(node)

/** The request of a step for these values. */
export const requestOf = (node: Node, valueOf: Lookup): { request: CallRequest } | { fault: RequestFault } => {
  const url = addressParts(node.url, node.query, valueOf)
  if (url === null) return { fault: 'address' }
  if (node.headers.some((header) => headerFault(header) !== null)) return { fault: 'header' }
  if (node.bodyKind === 'json' && !isJsonTemplate(node.body)) return { fault: 'body' }
  const body = bodyOf(node, valueOf)
  const headers = [
    ...typeOf(node),
    ...node.headers.map(({ name, value }) => ({ name: name.trim(), value: partsOf(escapeFor('header', value).trim(), 'header', valueOf) })),
  ]
  const { method, timeoutSeconds, retries, success, save } = node
  const idempotencyKey = node.idempotencyKey && !hasOwnKey(node)
  const request = { method, url, headers, body, idempotencyKey, repeatable: isRepeatable(node), timeoutSeconds, retries, success, save }
  return JSON.stringify(request).length > longestRequest ? { fault: 'size' } : { request }
}

const types = { json: 'application/json', form: 'application/x-www-form-urlencoded', text: 'text/plain; charset=utf-8' }

/** What the body is, unless the author says so. */
const typeOf = ({ bodyKind, headers }: Node): CallRequest['headers'] =>
  bodyKind === 'none' || headers.some(({ name }) => name.trim().toLowerCase() === 'content-type') ? [] : [{ name: 'Content-Type', value: [types[bodyKind]] }]

const bodyOf = (node: Node, valueOf: Lookup): Part[] | null => {
  switch (node.bodyKind) {
    case 'none':
      return null
    case 'json':
      return partsOf(node.body, jsonPlace, valueOf)
    case 'text':
      return partsOf(node.body, 'plain', valueOf)
    case 'form':
      return node.form.flatMap(({ name, value }, at): Part[] => [`${at === 0 ? '' : '&'}${escapeFor('url', name)}=`, ...encoded(value, valueOf)])
  }
}

/** The names of the secrets that a request needs. */
export const secretsOf = ({ url, headers, body }: CallRequest): string[] => [
  ...new Set([...url, ...headers.flatMap(({ value }) => value), ...(body ?? [])].flatMap((part) => (typeof part === 'string' ? [] : [part.secret]))),
]

/** A request ready to leave. Never stored, never logged: it holds secrets. */
export type OutgoingCall = { method: Node['method']; url: string; headers: Record<string, string>; body: string | null }

/** Puts the secrets and the key of the call in. Every secret of `secretsOf` has to be there. */
export const completeRequest = (request: CallRequest, secrets: ReadonlyMap<string, string>, key: string): OutgoingCall => {
  const whole = (parts: Part[]) => parts.map((part) => (typeof part === 'string' ? part : escapeFor(part.as, secrets.get(part.secret) ?? ''))).join('')
  const headers: Record<string, string> = request.idempotencyKey ? { 'Idempotency-Key': key } : {}
  for (const { name, value } of request.headers) {
    const known = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase())
    headers[known ?? name] = known === undefined ? whole(value) : `${headers[known]}, ${whole(value)}`
  }
  return { method: request.method, url: whole(request.url), headers, body: request.body && whole(request.body) }
}
