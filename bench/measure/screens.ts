import { createInterface } from 'node:readline'
import { io, type Socket } from 'socket.io-client'
import type { Conversation, Message } from '@chasqui/contracts'

/**
 * Browsers of many people, in a process of its own: `node screens.ts '<json of ScreensOrder>'`. Each keeps its list as the web app does: read once, then
 * brought up to date by what the socket tells. Says `{"open": n}` when all are connected; then each line it is given is an order:
 * `cut` takes the network from the first ones, `back` gives it back (and says how long until they knew all they had missed), `end` prints a ScreensResult.
 */
export type ScreensOrder = { url: string; tokens: string[]; cut: number }
export type ScreensResult = {
  screens: number
  /** For each text of a customer's message: when each screen had it, in milliseconds since the epoch. */
  heardAt: Record<string, number[]>
  /** Screens whose list was another one than a fresh load, with the first difference. */
  differing: string[]
  compared: number
}

const now = () => performance.timeOrigin + performance.now()

type Told = { seq?: number; conversation?: Conversation; conversationId?: string; message?: Message }
type Screen = { socket: Socket; token: string; seq: number; talks: Map<string, Conversation>; ready: Promise<void>; settled: Promise<void>; resyncs: number }

const order = JSON.parse(process.argv[2]!) as ScreensOrder
const heardAt: Record<string, number[]> = {}

const load = async (token: string): Promise<Map<string, Conversation>> => {
  const talks = new Map<string, Conversation>()
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer: Response = await fetch(`${order.url}/api/conversations?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (!answer.ok) throw new Error(`the list was refused with ${answer.status}: ${await answer.text()}`)
    const page = (await answer.json()) as { items: Conversation[]; nextCursor: string | null }
    for (const talk of page.items) talks.set(talk.id, talk)
    cursor = page.nextCursor
  }
  return talks
}

const open = (token: string): Screen => {
  const screen = { token, seq: 0, talks: new Map(), resyncs: 0, settled: Promise.resolve() } as unknown as Screen
  const socket = io(order.url, {
    auth: (give) => give({ token, ...(screen.seq > 0 && { seq: screen.seq }) }),
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  screen.socket = socket
  socket.onAny((name: string, told: Told) => {
    if (told?.seq !== undefined) screen.seq = Math.max(screen.seq, told.seq)
    if (told?.conversation) screen.talks.set(told.conversation.id, told.conversation)
    if ((name === 'chat.removed' || name === 'chat.left') && told.conversationId) screen.talks.delete(told.conversationId)
    if (name === 'chat.message' && told.message?.direction === 'in') {
      const { content } = told.message
      if (content.type === 'text') (heardAt[content.text] ??= []).push(now())
    }
    if (name !== 'resync') return
    screen.resyncs += 1
    screen.settled = load(token).then((talks) => void (screen.talks = talks))
  })
  screen.ready = untilReady(screen)
  return screen
}
const untilReady = ({ socket }: { socket: Socket }): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('ready', () => resolve())
    socket.once('connect_error', reject)
  })

/** What a row of the list shows. */
const shown = (talks: Map<string, Conversation>): string[] =>
  [...talks.values()]
    .map(({ id, state, assignee, unread, lastMessage }) => JSON.stringify([id, state, assignee?.id ?? null, unread, lastMessage?.preview ?? null]))
    .toSorted()

const screens = order.tokens.map(open)
await Promise.all(screens.map(({ ready }) => ready))
for (const screen of screens.slice(0, order.cut)) screen.talks = await load(screen.token)
process.stdout.write(`${JSON.stringify({ open: screens.length })}\n`)

const away = screens.slice(0, order.cut)
const acts: Record<string, () => Promise<object>> = {
  cut: async () => {
    for (const { socket } of away) socket.disconnect()
    return { cut: away.length }
  },
  back: async () => {
    const took = await Promise.all(
      away.map(async (screen) => {
        const startedAt = now()
        const ready = untilReady(screen)
        screen.socket.connect()
        await ready
        await screen.settled
        return now() - startedAt
      }),
    )
    return { took, resyncs: away.reduce((sum, { resyncs }) => sum + resyncs, 0) }
  },
  end: async () => {
    const differing: string[] = []
    for (const screen of away) {
      const [have, fresh] = [shown(screen.talks), shown(await load(screen.token))]
      const at = have.findIndex((row, index) => row !== fresh[index])
      if (have.length !== fresh.length || at >= 0) differing.push(`${have.length} rows for ${fresh.length}; has ${have[at]}, fresh ${fresh[at]}`)
    }
    for (const { socket } of screens) socket.disconnect()
    return { screens: screens.length, heardAt, differing, compared: away.length } satisfies ScreensResult
  },
}
for await (const line of createInterface({ input: process.stdin })) {
  const told = `${JSON.stringify(await acts[line]!())}\n`
  await new Promise((resolve) => process.stdout.write(told, resolve))
  if (line === 'end') break
}
process.exit(0)
