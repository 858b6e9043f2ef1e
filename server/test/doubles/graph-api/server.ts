import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { control } from './control.ts'
import { actOut, takeFailure } from './faults.ts'
import { answerJson, answerProblem, GraphProblem } from './graph-problem.ts'
import { createState, type GraphApiOptions, type GraphState } from './graph-state.ts'
import { download, lookUp, remove, upload } from './media-calls.ts'
import { takeMessage } from './send-message.ts'
import { need, type Shape } from './shape-checks.ts'

export type GraphApi = {
  /** Root for `GRAPH_API_URL`, without version. */
  url: string
  faults: GraphState['faults']
  ledger: GraphState['ledger']
  media: GraphState['media']
  callbacks: GraphState['callbacks']
  subscribed: GraphState['subscribed']
  tells: GraphState['tells']
  close(): Promise<void>
}

/** A stand-in of Meta's Graph API over real HTTP, as far as WhatsApp messages need it. It refuses what Meta would refuse. */
export const startGraphApi = async (options: GraphApiOptions = {}): Promise<GraphApi> => {
  const state = createState(options)
  const server = createServer((request, response) => void serve({ state, request, response }))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve))
  const { faults, ledger, media, callbacks, subscribed, tells } = state
  const close = () =>
    new Promise<void>((resolve) => {
      callbacks.close()
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://${options.host ?? '127.0.0.1'}:${(server.address() as AddressInfo).port}`, faults, ledger, media, callbacks, subscribed, tells, close }
}

type Call = { state: GraphState; request: IncomingMessage; response: ServerResponse }

const serve = async (call: Call): Promise<void> => {
  try {
    const raw = await bytesOf(call.request)
    if (call.state.faults.latencyMs > 0) await pause(call.state.faults.latencyMs)
    await route(call, raw)
  } catch (error) {
    if (call.request.socket.destroyed || call.response.headersSent) return
    const problem = error instanceof GraphProblem ? error : new GraphProblem(1, error instanceof Error ? error.message : 'An unknown error occurred')
    call.state.ledger.refuse(problem.code)
    answerProblem(call.response, problem)
  }
}

const bytesOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
      .once('error', reject)
  })

/** `/{version}/{id}[/edge]`, `/media-files/{id}`, `/__control/…`. */
const route = async (call: Call, raw: Buffer): Promise<void> => {
  const url = new URL(call.request.url ?? '/', 'http://graph')
  const [first = '', id = '', edge = ''] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  if (first === '__control') return control(call, url, raw)
  authorise(call)
  if (first === 'media-files') return download(call, id)
  need(/^v\d+\.\d+$/.test(first), `Unknown path components: ${url.pathname}`, 2500)
  await graphCall(call, { id, edge, query: url.searchParams, raw })
}

const authorise = ({ state, request }: Call): void => {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined || (state.options.accessToken !== undefined && token !== state.options.accessToken))
    throw new GraphProblem(190, `Malformed access token ${token ?? ''}`)
}

type Asked = { id: string; edge: string; query: URLSearchParams; raw: Buffer }

const graphCall = async (call: Call, { id, edge, query, raw }: Asked): Promise<void> => {
  const method = call.request.method
  if (method === 'POST' && edge === 'messages') return takeMessage({ ...call, phoneNumberId: existing(call, id) }, parsed(raw))
  if (method === 'POST' && edge === 'media') {
    existing(call, id)
    return upload(call, raw)
  }
  if (method === 'POST' && edge === 'subscribed_apps') return subscribe(call, id)
  if (method === 'GET' && id === 'debug_token') return describeToken(call, query)
  if (method === 'GET' && edge === 'message_templates') return listTemplates(call, query)
  if (method === 'GET' && query.has('fields')) return describeNumber(call, existing(call, id))
  if (method === 'GET' && edge === '') return lookUp(call, id)
  if (method === 'DELETE' && edge === '') return remove(call, id)
  throw new GraphProblem(100, `Unsupported ${method} request.`)
}

const existing = ({ state }: Call, id: string): string => {
  if (state.options.phoneNumberIds && !state.options.phoneNumberIds.includes(id))
    throw new GraphProblem(100, `Unsupported request. Object with ID '${id}' does not exist`, { subcode: 33 })
  return id
}

const parsed = (raw: Buffer): Shape => {
  try {
    const body: unknown = JSON.parse(raw.toString())
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Shape
  } catch {
    /* told below */
  }
  throw new GraphProblem(100, 'The body is not a JSON object.')
}

/** Pages of two, so that whoever reads has to turn them. */
const listTemplates = ({ state, response }: Call, query: URLSearchParams): void => {
  if (actOut(takeFailure(state.faults, 'number', false), response)) return
  const from = Number(query.get('after') ?? 0)
  const all = state.options.messageTemplates ?? []
  const next = from + 2 < all.length ? { cursors: { after: String(from + 2) }, next: 'https://graph.example/next' } : { cursors: {} }
  answerJson(response, 200, { data: all.slice(from, from + 2), paging: next })
}

/** Webhooks of a business account go to the app from now on; `id` is the business account. */
const subscribe = ({ state, response }: Call, id: string): void => {
  if (actOut(takeFailure(state.faults, 'subscription', false), response)) return
  state.subscribed.add(id)
  answerJson(response, 200, { success: true })
}

const describeNumber = ({ state, response }: Call, id: string): void => {
  if (actOut(takeFailure(state.faults, 'number', false), response)) return
  answerJson(response, 200, {
    id,
    display_phone_number: '+1 555-000-0000',
    verified_name: 'Stand-in',
    whatsapp_business_manager_messaging_limit: 'TIER_250',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    ...state.tells.number,
  })
}

/** Of a token, whoever's it is. */
const describeToken = ({ state, response }: Call, query: URLSearchParams): void => {
  if (actOut(takeFailure(state.faults, 'token', false), response)) return
  need(query.get('input_token') !== null, 'The parameter input_token is required')
  answerJson(response, 200, { data: { app_id: '7007007007', application: 'Stand-in', issued_at: 1_700_000_000, ...state.tells.token } })
}
