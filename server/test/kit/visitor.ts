import { channelRoutes, type Channel, type VisitorEntry, type VisitorNews, type Visit } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { WebSocket } from 'ws'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'

/** The site that a visitor's page belongs to. */
export const shop = 'https://shop.example'

type Answer<Body> = { status: number; headers: Headers; body: Body }
type Problem = { code: string }

/** A web chat of a tenant where nobody answers unless a flow is told. */
export const connectWebchat = (api: Api, settings: Record<string, unknown> = {}, flowId: string | null = null): Promise<Channel> =>
  api.ask(channelRoutes.create, { body: { kind: 'webchat', name: 'Tienda', settings: { origins: [shop], ...settings }, flowId } })

/** A visitor's page, as the widget is one: what it knows it knows by number, and it keeps each message once. */
export class VisitorPage {
  readonly url: string
  readonly key: string
  readonly origin: string | null
  token: string | null = null
  known: number | null = null
  readonly news: VisitorNews[] = []
  readonly entries = new Map<string, VisitorEntry>()
  /** Every entry that came, as often as it came. */
  readonly told: VisitorEntry[] = []
  #socket: WebSocket | null = null
  #heard = new Set<() => void>()

  constructor(url: string, key: string, { origin = shop, token = null }: { origin?: string | null; token?: string | null } = {}) {
    this.url = url
    this.key = key
    this.origin = origin
    this.token = token
  }

  async call<Body = Problem>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const raw = body instanceof Uint8Array || typeof body === 'string'
    const answer = await fetch(`${this.url}/api/webchat/${this.key}${path}`, {
      method,
      headers: {
        ...(this.origin !== null && { origin: this.origin }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as Body }
  }

  async begin(more: Record<string, unknown> = {}): Promise<this> {
    const { status, body } = await this.call<Visit>('POST', '/visit', { token: this.token, ...more })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.token = body.token
    return this
  }

  async say(text: string, id: string = newId()): Promise<VisitorEntry> {
    const { status, body } = await this.call<VisitorEntry>('POST', '/messages', { id, content: { type: 'text', text } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }

  /** Opens the socket and says hello; resolves with the code it was refused with, or null when it stands. */
  connect(after: number | null = this.known): Promise<string | number | null> {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/api/webchat/${this.key}/socket`, this.origin === null ? {} : { origin: this.origin })
    this.#socket = socket
    atEnd(async () => socket.terminate())
    return new Promise((done) => {
      socket.on('error', () => done('error'))
      socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0))
      socket.on('close', (code) => done(code))
      socket.on('open', () => this.frame({ type: 'hello', token: this.token, after }))
      socket.on('message', (data) => {
        const news = JSON.parse((data as Buffer).toString()) as VisitorNews
        this.#take(news)
        if (news.type === 'ready') done(null)
      })
    })
  }

  #take(news: VisitorNews): void {
    this.news.push(news)
    if (news.type === 'reset') this.entries.clear()
    if (news.type === 'ready') this.known = news.upTo
    if (news.type === 'entries') {
      this.told.push(...news.entries)
      for (const entry of news.entries) this.entries.set(entry.id, entry)
    }
    for (const listener of this.#heard) listener()
  }

  frame(frame: unknown): void {
    this.#socket?.send(typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame))
  }

  /** Goes away without a word, as a sleeping device does. */
  vanish(): void {
    this.#socket?.terminate()
  }

  /** Resolves when this is so, looked at whenever something is told. */
  until(look: () => boolean): Promise<void> {
    return new Promise((done) => {
      const listener = () => {
        if (!look()) return
        this.#heard.delete(listener)
        done()
      }
      this.#heard.add(listener)
      listener()
    })
  }

  closed(): Promise<number> {
    return new Promise((done) => this.#socket?.once('close', (code) => done(code)))
  }

  /** What stands in the chat, oldest first. */
  get texts(): string[] {
    return [...this.entries.values()].toSorted((one, other) => one.position - other.position).map(({ content }) => String(content['text'] ?? content.type))
  }
}
