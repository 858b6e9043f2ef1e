import { completeRequest, type CallRequest } from '@chasqui/flow/steps/api_call/request'
import type { EgressAnswer, EgressCall } from '#platform/egress/egress'
import type { Try } from './verdict.ts'

/** Most bytes of an answer that are read. */
const mostBytes = 1_000_000
/** Shorter ones stand in too many answers by chance. */
const shortestHidden = 6
const dots = '•••'

export type Exchanged = { attempt: Try; headers: Record<string, string>; milliseconds: number }
type Way = { request(call: EgressCall): Promise<EgressAnswer>; secrets: ReadonlyMap<string, string>; key: string }

/** One try of a call. Secrets that the server gives back are hidden, however it spells them: what comes back is kept, traced and shown. */
export const exchange = async (request: CallRequest, way: Way): Promise<Exchanged> => {
  const started = performance.now()
  const { body, ...outgoing } = completeRequest(request, way.secrets, way.key)
  const answer = await way.request({
    ...outgoing,
    ...(body !== null && { body }),
    timeoutMs: request.timeoutSeconds * 1000,
    maxBytes: mostBytes,
    redirects: 'same_origin',
  })
  const milliseconds = Math.round(performance.now() - started)
  if (answer.result !== 'answer') return { attempt: answer, headers: {}, milliseconds }
  const hide = hider(way.secrets)
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, hide(value)]))
  const text = hide(decode(answer.body, answer.headers['content-type']).replaceAll('\u0000', ''))
  return { attempt: { result: 'answer', status: answer.status, body: text, retryAfter: retryAfter(answer.headers) }, headers, milliseconds }
}

/** Makes dots of secrets, plain or as JSON, addresses and Basic credentials write them. */
export const hider = (secrets: ReadonlyMap<string, string>): ((text: string) => string) => {
  const spellings = [...secrets.values()]
    .filter((secret) => secret.length >= shortestHidden)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')])
  const longestFirst = [...new Set(spellings)].toSorted((one, other) => other.length - one.length)
  return (text) => longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, dots), text)
}

const decode = (body: Buffer, contentType = ''): string => {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

const retryAfter = (headers: Record<string, string>): number | null => {
  const asked = headers['retry-after']
  return asked !== undefined && /^\d{1,6}$/.test(asked) ? Number(asked) : null
}
