import type { IncomingMessage, ServerResponse } from 'node:http'
import { noFaults, type Faults } from './faults.ts'
import { answerJson } from './graph-problem.ts'
import type { GraphState } from './graph-state.ts'
import type { Callbacks } from './status-callbacks.ts'

type Call = { state: GraphState; request: IncomingMessage; response: ServerResponse }

/**
 * The stand-in's own interface, for another process: `GET /__control/stats`, `GET /__control/received?after=&limit=&to=`, `GET /__control/courtesies`,
 * `PUT /__control/faults` (what is left out is reset), `PUT /__control/callbacks`, `POST /__control/media` (raw bytes → `{id}`), `POST /__control/reset`.
 */
export const control = (call: Call, url: URL, raw: Buffer): void => {
  const act = acts[`${call.request.method} ${url.pathname.slice('/__control/'.length)}`]
  if (!act) return answerJson(call.response, 404, { error: 'no such control' })
  answerJson(call.response, 200, act(call, url, raw))
}

const acts: Record<string, (call: Call, url: URL, raw: Buffer) => unknown> = {
  'GET stats': ({ state }) => ({ ...state.ledger.stats, media: state.media.count() }),
  'GET received': ({ state }, url) => {
    const [after, limit, to] = [Number(url.searchParams.get('after') ?? 0), Number(url.searchParams.get('limit') ?? 1000), url.searchParams.get('to')]
    const items = state.ledger.received
      .slice(after)
      .filter((message) => to === null || message.to === to)
      .slice(0, limit)
    return { items, after: items.at(-1)?.seq ?? after }
  },
  'GET courtesies': ({ state }) => ({ items: state.ledger.courtesies }),
  'PUT faults': ({ state }, _url, raw) => Object.assign(state.faults, noFaults(), JSON.parse(raw.toString()) as Partial<Faults>),
  'PUT callbacks': ({ state }, _url, raw) => {
    state.callbacks.set(JSON.parse(raw.toString()) as Callbacks)
    return { ok: true }
  },
  'POST media': ({ state, request }, _url, raw) => ({ id: state.media.add(raw, request.headers['content-type'] ?? 'application/octet-stream').id }),
  'POST reset': ({ state }) => {
    state.ledger.clear()
    state.media.clear()
    return Object.assign(state.faults, noFaults())
  },
}
