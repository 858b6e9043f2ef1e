import type { Passage, VisitorEntry, VisitorMessage, VisitorNews, VisitorWords } from '@chasqui/contracts'
import type { Api, Refusal } from './api.ts'
import type { Kept } from './kept.ts'
import { openLine, type Line } from './line.ts'

/** What was written and is not at the server yet. `file` lives for as long as the page does. */
export type Waiting = { id: string; at: number; content: VisitorWords | null; file?: File; failed?: 'size' | 'kind' | 'other' }

export type Chat = {
  entries: Map<string, VisitorEntry>
  waiting: Map<string, Waiting>
  /** Nothing was said before the oldest of the entries. */
  isWhole: boolean
  /** Whether the line stands; null before there is one. */
  online: boolean | null
  /** Who writes now: a name, or '' where it is not told; null: nobody. */
  typing: string | null
  hasVisit(): boolean
  /** Who they told to be. */
  person(): { name: string | null; email: string | null }
  begin(told?: { name?: string; email?: string }): Promise<Refusal | null>
  identify(identity: string): void
  say(content: VisitorWords): void
  /** `tooLarge`: it is shown that it cannot be sent, and nothing is tried. */
  sendFile(file: File, tooLarge: boolean): void
  retry(id: string): void
  discard(id: string): void
  types(): void
  /** Everything up to now is on a screen that somebody looks at. */
  seen(isSeen: boolean): void
  /** Reads a page of what was said before; whether there is more. */
  earlier(): Promise<boolean>
  /** The way to WhatsApp; null where it could not be had now. */
  pass(): Promise<Passage | null>
  /** Reads everything anew: addresses of files are good for an hour. */
  refresh(): void
}

type ChatPorts = { api: Api; kept: Kept; signed: string | null; changed(): void; arrived(): void }

/** ms between two words about typing, and for how long one of the other side's counts. */
const typingEvery = 3000
const typingLasts = 6000
/** Messages that a page is given that knows nothing. */
const newest = 50
const newId = (): string =>
  'randomUUID' in crypto
    ? crypto.randomUUID()
    : '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
        (Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (Number(digit) / 4)))).toString(16),
      )

/** The chat of this page: what is known of it, what waits to be sent, and the line that brings what is new. `changed` is called whenever something is different, `arrived` when the business said something. */
export const openChat = ({ api, kept, signed, changed, arrived }: ChatPorts): Chat => {
  let token = kept.read('token')
  let identity = signed
  let person: { name: string | null; email: string | null } = { name: null, email: null }
  let known: number | null = null
  let line: Line | null = null
  let isSeen = false
  let toldOf = ''
  let typedAt = 0
  let typingEnds: ReturnType<typeof setTimeout> | undefined
  let beginning: Promise<Refusal | null> | null = null
  let sending = false
  let isAnew = false

  const heed = (news: VisitorNews): void => {
    if (news.type === 'reset') {
      chat.entries.clear()
      chat.isWhole = false
      isAnew = true
    }
    if (news.type === 'entries') {
      if (isAnew) chat.isWhole = news.entries.length < newest
      isAnew = false
      const isNews = known !== null && news.entries.some(({ id, by, status }) => by === 'business' && status === 'sent' && !chat.entries.has(id))
      for (const entry of news.entries) take(entry)
      if (isNews) arrived()
      if (news.entries.some(({ by }) => by === 'business')) chat.typing = null
    }
    if (news.type === 'ready') {
      known = news.upTo
      tellSeen()
      void sendAll()
    }
    if (news.type === 'typing') {
      chat.typing = news.name ?? ''
      clearTimeout(typingEnds)
      typingEnds = setTimeout(() => {
        chat.typing = null
        changed()
      }, typingLasts)
    }
    changed()
  }
  const take = (entry: VisitorEntry): void => {
    const before = chat.entries.get(entry.id)
    if (!before || before.seq <= entry.seq) chat.entries.set(entry.id, entry)
    forget(entry.id)
  }
  const forget = (id: string): void => {
    chat.waiting.delete(id)
    kept.write(`out.${id}`, null)
  }
  const tellSeen = (): void => {
    const about = `${known} ${isSeen}`
    if (known === null || known === 0 || !chat.online || about === toldOf) return
    toldOf = about
    line?.say({ type: 'got', upTo: known, read: isSeen })
    if (isSeen) for (const [id, entry] of chat.entries) if (entry.by === 'business') chat.entries.set(id, { ...entry, status: 'read' })
  }

  const hold = (next: string): void => {
    if (line && next === token) return
    line?.close()
    if (token !== null && next !== token) {
      chat.entries.clear()
      known = null
    }
    token = next
    toldOf = ''
    line = openLine({
      url: api.socketUrl,
      token,
      known: () => known,
      tell: heed,
      stands: (stands) => {
        chat.online = stands
        changed()
      },
      refused: letGo,
    })
  }
  /** The server does not know this visit any more: what waits belongs to the next one. */
  const letGo = (): void => {
    line?.close()
    line = null
    token = null
    known = null
    chat.online = null
    chat.entries.clear()
    kept.write('token', null)
    changed()
    if (chat.waiting.size > 0 || identity !== null) void begin().then(sendAll)
  }

  const begin = (told: { name?: string; email?: string } = {}): Promise<Refusal | null> =>
    (beginning ??= (async () => {
      const before = token
      const answer = await api.begin({ token, identity, ...told })
      if (!answer.ok) {
        // A signature that is not right is no visitor's fault: without it they are somebody without a name.
        if (identity !== null && (answer.status === 401 || answer.status === 422)) identity = null
        return answer
      }
      kept.write('token', answer.body.token)
      person = answer.body
      // Each visit is given a newer token of the same visitor; whether it is the same shows what the line tells.
      const isSame = before !== null && visitorOf(before) === visitorOf(answer.body.token)
      if (isSame && line) token = answer.body.token
      else {
        if (!isSame && before !== null) {
          chat.entries.clear()
          known = null
        }
        token = null
        hold(answer.body.token)
      }
      changed()
      return null
    })().finally(() => (beginning = null)))

  const sendOne = async (waiting: Waiting): Promise<boolean> => {
    if (token === null && (await begin()) !== null) return false
    if (token === null) return false
    if (waiting.content === null && waiting.file) {
      const up = await api.upload(token, waiting.file)
      if (!up.ok) return heedRefusal(waiting, up)
      waiting.content = { type: 'file', file: up.body.file }
    }
    const answer = await api.say(token, { id: waiting.id, content: waiting.content! } satisfies VisitorMessage)
    if (!answer.ok) return heedRefusal(waiting, answer)
    take(answer.body)
    changed()
    return true
  }
  /** True when the next one may be tried. */
  const heedRefusal = (waiting: Waiting, { status, code, retryAfter }: Refusal): boolean => {
    if (status === 401) letGo()
    else if (status === 0 || status >= 500 || status === 429) setTimeout(() => void sendAll(), Math.max(2000, retryAfter * 1000))
    else {
      waiting.failed = status === 413 || code === 'file.too_large' ? 'size' : status === 415 || code.startsWith('file.') ? 'kind' : 'other'
      changed()
      return true
    }
    return false
  }
  /** One after the other, in the order in which they were written. */
  const sendAll = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (const waiting of [...chat.waiting.values()].toSorted((one, other) => one.at - other.at))
        if (!waiting.failed && chat.waiting.has(waiting.id) && !(await sendOne(waiting))) return
    } finally {
      sending = false
    }
    if ([...chat.waiting.values()].some(({ failed }) => !failed)) void sendAll()
  }
  const add = (waiting: Waiting): void => {
    chat.waiting.set(waiting.id, waiting)
    if (waiting.content) kept.write(`out.${waiting.id}`, JSON.stringify({ at: waiting.at, content: waiting.content }))
    changed()
    void sendAll()
  }

  const chat: Chat = {
    entries: new Map(),
    waiting: new Map(),
    isWhole: false,
    online: null,
    typing: null,
    hasVisit: () => token !== null,
    person: () => person,
    begin,
    identify: (next) => {
      identity = next
      void begin()
    },
    say: (content) => add({ id: newId(), at: Date.now(), content }),
    sendFile: (file, tooLarge) => add({ id: newId(), at: Date.now(), content: null, file, ...(tooLarge && { failed: 'size' as const }) }),
    retry: (id) => {
      const waiting = chat.waiting.get(id)
      if (!waiting) return
      delete waiting.failed
      changed()
      void sendAll()
    },
    discard: (id) => {
      forget(id)
      changed()
    },
    types: () => {
      if (Date.now() - typedAt < typingEvery || token === null) return
      typedAt = Date.now()
      line?.say({ type: 'typing' })
    },
    seen: (next) => {
      isSeen = next
      tellSeen()
    },
    earlier: async () => {
      const oldest = Math.min(...[...chat.entries.values()].map(({ position }) => position))
      if (token === null || !Number.isFinite(oldest)) return false
      const answer = await api.earlier(token, oldest)
      if (answer.ok) for (const entry of answer.body.entries) take(entry)
      if (answer.ok && !answer.body.more) chat.isWhole = true
      changed()
      return answer.ok && answer.body.more
    },
    pass: async () => {
      if (token === null) return null
      const answer = await api.pass(token)
      return answer.ok ? answer.body : null
    },
    refresh: () => {
      if (token === null) return
      known = null
      line?.close()
      line = null
      hold(token)
    },
  }

  for (const name of kept.names('out.')) {
    try {
      const { at, content } = JSON.parse(kept.read(name) ?? '') as Pick<Waiting, 'at' | 'content'>
      chat.waiting.set(name.slice(4), { id: name.slice(4), at, content })
    } catch {
      kept.write(name, null)
    }
  }
  // Another tab of the site began the visit.
  kept.onChange('token', (value) => {
    if (value !== null && (token === null || visitorOf(value) !== visitorOf(token))) hold(value)
  })
  const wake = (): void => {
    line?.wake()
    if (chat.waiting.size > 0) void sendAll()
  }
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake())
  if (token !== null || identity !== null) void begin().then((refusal) => refusal !== null && token !== null && hold(token))
  if (chat.waiting.size > 0) void sendAll()
  return chat
}

/** Tokens can be read by everybody: their first part names whom they are for. */
const visitorOf = (token: string): string => token.split('.')[0] ?? ''
