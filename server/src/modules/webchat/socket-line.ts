import type { VisitorFrame, VisitorNews } from '@chasqui/contracts'
import type { Chat, WebchatPorts } from './ports.ts'
import { forgotten, visitorIn } from './proof.ts'
import { noteReceipt } from './receipts.ts'
import { heard } from './say.ts'
import { shown } from './shown.ts'
import { changesAfter, entriesBefore, keyOf, newestOf, type Entry, type Place } from './store.ts'

/** One page of a visitor that is connected. */
export type VisitorLine = {
  /** Of hints about its chat. */
  key: string
  tenantId: string
  place: Place
  /** Whether it was told everything up to this number. */
  hasAll(seq: number): boolean
  /** Tells what is stored and was not told yet. */
  look(): Promise<void>
  got(receipt: { upTo: number; read: boolean }): Promise<void>
  typing(): Promise<void>
  tellTyping(name: string | null): void
}

/** Told at once; a page that was away for longer is given the newest instead. */
const mostChanges = 200
const newest = 50

type Hello = Extract<VisitorFrame, { type: 'hello' }>

export const createLine = (ports: WebchatPorts, chat: Chat, { token, after }: Hello, tell: (news: VisitorNews) => void): VisitorLine => {
  const { tenantId, channelId } = chat
  const visitorId = visitorIn(ports, chat, token)
  if (!visitorId) throw forgotten()
  const place = { channelId, visitorId }
  let known = after
  let isReady = false

  const read = (): Promise<{ entries: Entry[]; upTo: number; anew: boolean }> =>
    ports.database.inTenant(tenantId, async (tx) => {
      // Read before what it counts: what comes in between is told twice rather than not at all, and known by its id.
      const numbers = await newestOf(tx, place)
      if (numbers === null) throw forgotten()
      const { last, erased } = numbers
      if (known !== null && known <= last && known >= erased) {
        const entries = known === last ? [] : await changesAfter(tx, place, known, mostChanges + 1)
        if (entries.length <= mostChanges) return { entries, upTo: entries.at(-1)?.seq ?? last, anew: false }
      }
      return { entries: await entriesBefore(tx, place, null, newest), upTo: last, anew: true }
    })

  let looking: Promise<void> | null = null
  let again = false
  const lookOnce = async (): Promise<void> => {
    const { entries, upTo, anew } = await read()
    if (anew) tell({ type: 'reset' })
    if (entries.length > 0) tell({ type: 'entries', entries: entries.map((entry) => shown(ports, tenantId, entry)) })
    if (anew || entries.length > 0 || !isReady) tell({ type: 'ready', upTo })
    known = upTo
    isReady = true
  }

  return {
    key: keyOf(tenantId, place),
    tenantId,
    place,
    hasAll: (seq) => isReady && known !== null && known >= seq,
    // One look at a time, and one more for what became different meanwhile.
    look: () => {
      if (looking) {
        again = true
        return looking
      }
      looking = (async () => {
        do {
          again = false
          await lookOnce()
        } while (again)
      })().finally(() => (looking = null))
      return looking
    },
    got: ({ upTo, read }) => ports.database.inTenant(tenantId, (tx) => noteReceipt(ports, tx, place, { upTo, read })),
    typing: () =>
      ports.database.inTenant(tenantId, async (tx) => ports.takeIn(tx, channelId, [heard(visitorId, ports.newId(), { type: 'typing', visitorId })])),
    tellTyping: (name) => tell({ type: 'typing', name }),
  }
}
