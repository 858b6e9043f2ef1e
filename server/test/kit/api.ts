import assert from 'node:assert/strict'
import type { Answer, BodyInput, Params, Problem, QueryInput, RouteContract } from '@chasqui/contracts'

export type Reply<Body = unknown> = { status: number; headers: Headers; text: string; body: Body }
type Part<Name extends string, Value> = Value extends undefined ? { [K in Name]?: undefined } : { [K in Name]?: Value }
type Input<C extends RouteContract> = Part<'params', Params<C>> & Part<'query', Partial<QueryInput<C>>> & Part<'body', BodyInput<C>> & { key?: string }

/** The product's HTTP interface as one caller uses it. */
export type Api = {
  token: string | null
  /** Any request; text bodies are sent as they are, all else as JSON. */
  send<Body = Problem>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<Body>>
  /** An operation of the contract that must succeed; its answer. */
  ask<C extends RouteContract>(contract: C, input?: Input<C>): Promise<Answer<C>>
  /** An operation of the contract that must be refused with this status; the problem. */
  refused<C extends RouteContract>(status: number, contract: C, input?: Input<C>): Promise<Problem>
}

const addressOf = (contract: RouteContract, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string => {
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

let addresses = 0

/** `secret` is that of an API key, for a program as the caller. */
export const createApi = (url: string, token: string | null, secret: string | null = null): Api => {
  // An address of its own, where the product is told to believe what stands in front of it.
  addresses += 1
  const address = `198.18.${Math.floor(addresses / 250)}.${1 + (addresses % 250)}`
  const send: Api['send'] = async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const raw = typeof body === 'string' || body instanceof FormData || Buffer.isBuffer(body)
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(secret && { 'x-api-key': secret }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        'x-forwarded-for': address,
        // Packing and unpacking every answer would be work for nothing.
        'accept-encoding': 'identity',
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) as Body }
  }
  const call = (contract: RouteContract, { params, query, body, key }: { params?: unknown; query?: unknown; body?: unknown; key?: string }) =>
    send(
      contract.method,
      addressOf(contract, params as Record<string, string>, query as Record<string, unknown>),
      body,
      key === undefined ? {} : { 'idempotency-key': key },
    )

  return {
    token,
    send,
    ask: async (contract, input) => {
      const reply = await call(contract, input ?? {})
      assert.equal(reply.status, contract.response.status, `${contract.id} answered ${reply.status}: ${reply.text.slice(0, 600)}`)
      return reply.body as never
    },
    refused: async (status, contract, input) => {
      const reply = await call(contract, input ?? {})
      assert.equal(reply.status, status, `${contract.id} answered ${reply.status}: ${reply.text.slice(0, 600)}`)
      assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/)
      return reply.body
    },
  }
}
