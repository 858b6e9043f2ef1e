import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { actOut, cut, losesAnswer, noFaults, takeFailure, type Faults } from '../graph-api/faults.ts'
import { answerJson, GraphProblem } from '../graph-api/graph-problem.ts'
import { anObject, aText, need, oneOf, onlyKeys, type Shape } from '../graph-api/shape-checks.ts'
import { postWebhook, signWebhook } from '../graph-api/signed-webhook.ts'
import { checkSend, recipientOf, type Platform } from './check-message.ts'
import { delivered, echoOf, envelope } from './inbound.ts'
import { createLoginDouble, type Login } from './login.ts'

/** A message that somebody got. */
export type Received = { to: string; mid: string; text: string; metadata: string | null; quotes: string | null; tag: string | null; type: string; body: Shape }
export type Courtesy = { to: string; action: string; payload: unknown }

/** Where what happens is reported, as Meta does. `echo: 'before_answer'` reports a send before it is answered. */
export type Reporting = { url: string; appSecret: string; echo: 'before_answer' | 'after_answer' | 'never'; delivery: boolean; appId?: string }

export type MessengerApiOptions = {
  platform: Platform
  /** Page or professional account. */
  accountId: string
  accessToken: string
  name?: string
  /** Webhook fields that the app may not have: the whole subscription is then refused. */
  unknownFields?: string[]
  /** People sign in here, and their pages can be connected besides the account. */
  login?: Login
  /** First and last name, or null for people without a profile. */
  profiles?: Record<string, Shape | null>
}

export type MessengerApi = {
  url: string
  faults: Faults
  received: Received[]
  courtesies: Courtesy[]
  subscriptions: string[][]
  uploads: number
  reporting: Reporting | null
  /** Puts a file where a customer's message can point to. */
  serveFile(bytes: Uint8Array, mime: string): string
  forgetUploads(): void
  /** Resolves when everything reported so far was taken. */
  reported(): Promise<void>
  close(): Promise<void>
}

type Upload = { type: string; bytes: Buffer; mime: string }
type World = {
  api: MessengerApi
  options: MessengerApiOptions
  uploads: Map<string, Upload>
  files: Map<string, Upload>
  pending: Set<Promise<unknown>>
  login: ReturnType<typeof createLoginDouble> | null
  serial: number
}

/** A stand-in of the part of the Graph API that Messenger and Instagram use, over real HTTP. It refuses what Meta would refuse. */
export const startMessengerApi = async (options: MessengerApiOptions): Promise<MessengerApi> => {
  const world: World = {
    api: null as unknown as MessengerApi,
    options,
    uploads: new Map(),
    files: new Map(),
    pending: new Set(),
    login: options.login ? createLoginDouble(options.login) : null,
    serial: 0,
  }
  const server = createServer((request, response) => void serve(world, request, response))
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  world.api = {
    url,
    faults: noFaults(),
    received: [],
    courtesies: [],
    subscriptions: [],
    uploads: 0,
    reporting: null,
    serveFile: (bytes, mime) => {
      const name = `f${(world.serial += 1)}`
      world.files.set(name, { type: 'file', bytes: Buffer.from(bytes), mime })
      return `${url}/cdn/${name}?oh=signature`
    },
    forgetUploads: () => world.uploads.clear(),
    reported: async () => void (await Promise.all(world.pending)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return world.api
}

const serve = async (world: World, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  try {
    const raw = await buffer(request)
    const url = new URL(request.url ?? '/', 'http://graph')
    const [first = '', id = '', edge = ''] = url.pathname.slice(1).split('/').map(decodeURIComponent)
    if (first === 'cdn') return sendFile(world, id, response)
    const token = tokenIn(request, url)
    if (world.login?.answer({ response, url, token, what: `${id}/${edge}` })) return
    const account = authorise(world, token, url)
    need(/^v\d+\.\d+$/.test(first), `Unknown path components: ${url.pathname}`, 2500)
    await route(world, { request, response, url, id, edge, raw, account })
  } catch (error) {
    if (request.socket.destroyed || response.headersSent) return
    answerProblem(response, error instanceof GraphProblem ? error : new GraphProblem(1, String(error)))
  }
}

/** Shapes that are wrong have code 100 here, whatever they have elsewhere in the Graph API. */
const answerProblem = (response: ServerResponse, { code, details, more }: GraphProblem): void => {
  const shown = code >= 131_000 && code < 132_000 ? 100 : code
  const error = {
    message: `(#${shown}) ${details}`,
    type: 'OAuthException',
    code: shown,
    ...(more.subcode !== undefined && { error_subcode: more.subcode }),
    fbtrace_id: 'A1',
  }
  if (more.retryAfter !== undefined) response.setHeader('retry-after', more.retryAfter)
  answerJson(response, more.status ?? (shown === 190 ? 401 : shown === 10 ? 403 : 400), { error })
}

const tokenIn = (request: IncomingMessage, url: URL): string | null =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? url.searchParams.get('access_token')

/** The account that a token is of. */
const authorise = ({ options, login }: World, token: string | null, url: URL): Account => {
  if (token === options.accessToken) return { id: options.accountId, name: options.name ?? 'Stand-in' }
  const page = login?.pageOf(token, url)
  if (!page) throw new GraphProblem(190, `Malformed access token ${token ?? ''}`)
  return page
}

type Account = { id: string; name: string }
type Asked = { request: IncomingMessage; response: ServerResponse; url: URL; id: string; edge: string; raw: Buffer; account: Account }

const route = async (world: World, asked: Asked): Promise<void> => {
  const { request, response, url, id, edge, account } = asked
  const { options, api } = world
  const isOwn = id === 'me' || id === account.id
  if (request.method === 'GET' && edge === '' && isOwn && url.searchParams.has('fields')) {
    if (actOut(takeFailure(api.faults, 'number', false), response)) return
    const { id, name } = account
    return answerJson(response, 200, options.platform === 'messenger' ? { id, name } : { user_id: id, username: name, name })
  }
  if (request.method === 'GET' && edge === '' && options.profiles && id in options.profiles) return profile(world, asked)
  if (!isOwn) throw new GraphProblem(100, `Unsupported request. Object with ID '${id}' does not exist`, { subcode: 33 })
  if (request.method !== 'POST') throw new GraphProblem(100, `Unsupported ${request.method} request.`)
  if (edge === 'subscribed_apps') return subscribe(world, asked)
  if (edge === 'messages') return takeMessage(world, asked)
  if (edge === 'message_attachments') return upload(world, asked)
  throw new GraphProblem(100, `Unsupported post request to ${edge}`)
}

const profile = ({ options }: World, { response, id }: Asked): void => {
  const found = options.profiles?.[id]
  if (!found) throw new GraphProblem(100, 'No profile available for this user.', { subcode: 2018218 })
  answerJson(response, 200, { ...found, id })
}

const subscribe = ({ api, options }: World, { response, url }: Asked): void => {
  const fields = (url.searchParams.get('subscribed_fields') ?? '').split(',').filter(Boolean)
  need(fields.length > 0, 'The parameter subscribed_fields is required.', 100)
  const unknown = fields.find((field) => options.unknownFields?.includes(field))
  need(unknown === undefined, `Param subscribed_fields must be one of the known fields - got "${unknown}".`, 100)
  api.subscriptions.push(fields)
  answerJson(response, 200, { success: true })
}

const jsonOf = (raw: Buffer): Shape => {
  try {
    return anObject(JSON.parse(raw.toString()), 'body')
  } catch (error) {
    if (error instanceof GraphProblem) throw error
    throw new GraphProblem(100, 'The body is not a JSON object.')
  }
}

const takeMessage = (world: World, asked: Asked): void => {
  const body = jsonOf(asked.raw)
  return body['sender_action'] === undefined ? takeSend(world, asked, body) : act(world, asked, body)
}

const act = ({ api, options }: World, { response }: Asked, body: Shape): void => {
  onlyKeys(body, 'body', ['recipient', 'sender_action', 'payload'])
  const to = recipientOf(body)
  const reactions = options.platform === 'instagram' ? ['react', 'unreact'] : []
  const action = oneOf(body['sender_action'], 'sender_action', ['typing_on', 'typing_off', 'mark_seen', ...reactions])
  if (reactions.includes(action)) aText(anObject(body['payload'], 'payload')['message_id'], 'payload[message_id]', 1, 1000)
  if (action === 'react')
    oneOf(anObject(body['payload'], 'payload')['reaction'], 'payload[reaction]', ['love', 'like', 'dislike', 'smile', 'angry', 'sad', 'wow'])
  api.courtesies.push({ to, action, payload: body['payload'] ?? null })
  answerJson(response, 200, { recipient_id: to })
}

const takeSend = (world: World, { request, response, account }: Asked, body: Shape): void => {
  const { api, options, uploads } = world
  const to = checkSend(body, { platform: options.platform, hasAttachment: (id, type) => uploads.get(id)?.type === type })
  if (actOut(takeFailure(api.faults, 'messages', false, to), response)) return
  const message = body['message'] as Shape
  const attachment = message['attachment'] as Shape | undefined
  const mid = `${options.platform === 'messenger' ? 'm_' : 'aWdf'}${Date.now().toString(36)}${(world.serial += 1)}`
  const got: Received = {
    to,
    mid,
    text: String(message['text'] ?? (attachment?.['payload'] as Shape | undefined)?.['text'] ?? ''),
    metadata: (message['metadata'] as string | undefined) ?? null,
    quotes: ((message['reply_to'] as Shape | undefined)?.['mid'] as string | undefined) ?? null,
    tag: (body['tag'] as string | undefined) ?? null,
    type: attachment ? String(attachment['type']) : 'text',
    body,
  }
  api.received.push(got)
  const answer = () => (losesAnswer(api.faults, Math.random) ? cut(request) : answerJson(response, 200, { recipient_id: to, message_id: mid }))
  report(world, account.id, got, answer)
}

/** Tells the webhook of the send, before or after the sender knows. */
const report = ({ api, options, pending }: World, accountId: string, got: Received, answer: () => void): void => {
  const { reporting } = api
  if (!reporting) return answer()
  const echo = echoOf(accountId, got.to, {
    mid: got.mid,
    message: got.body['message'] as Shape,
    appId: reporting.appId ?? '1517776481860111',
    metadata: got.metadata,
  })
  const tell = async (events: Shape[]): Promise<void> => {
    const webhook = signWebhook(envelope(options.platform, accountId, events), reporting.appSecret)
    for (let tries = 0; tries < 20; tries++) if ((await postWebhook(reporting.url, webhook)) === 200) return
  }
  const deliveries = reporting.delivery ? [delivered(accountId, got.to, [got.mid])] : []
  const telling = (async () => {
    if (reporting.echo === 'before_answer') await tell([echo])
    answer()
    const rest = [...(reporting.echo === 'after_answer' ? [echo] : []), ...deliveries]
    if (rest.length > 0) await tell(rest)
  })().finally(() => pending.delete(telling))
  pending.add(telling)
}

const upload = async (world: World, { request, response, raw }: Asked): Promise<void> => {
  if (actOut(takeFailure(world.api.faults, 'media', false), response)) return
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': request.headers['content-type'] ?? '' } }).formData().catch(() => {
    throw new GraphProblem(100, 'The body is not multipart/form-data.')
  })
  const message = jsonOf(Buffer.from(String(form.get('message') ?? '')))
  const attachment = anObject(message['attachment'], 'attachment')
  const type = oneOf(attachment['type'], 'attachment[type]', ['image', 'audio', 'video', 'file'])
  const file = form.get('filedata')
  if (!(file instanceof File)) throw new GraphProblem(100, 'The parameter filedata is required.')
  if (world.options.platform === 'instagram') need(form.get('platform') === 'instagram', 'Param platform must be instagram.', 100)
  if (file.size > 25 * 1024 * 1024) throw new GraphProblem(100, 'Attachment size exceeds allowable limit.', { subcode: 2018109 })
  const id = String(700_000 + (world.serial += 1))
  world.uploads.set(id, { type, bytes: Buffer.from(await file.arrayBuffer()), mime: file.type })
  world.api.uploads += 1
  answerJson(response, 200, { attachment_id: id })
}

/** The file servers ask for no token: the address is signed. */
const sendFile = ({ files, api }: World, name: string, response: ServerResponse): void => {
  if (actOut(takeFailure(api.faults, 'download', false), response)) return
  const file = files.get(name)
  if (!file) return void response.writeHead(403).end('URL signature expired')
  response.writeHead(200, { 'content-type': file.mime, 'content-length': file.bytes.length }).end(file.bytes)
}
