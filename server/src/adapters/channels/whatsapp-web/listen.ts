import type { InboundItem, LineState, ListenEnd, Listening } from '#channels'
import { itemsOf } from './items.ts'
import { addressOf } from '../../kits/whatsapp/jid.ts'
import { MOST_CODES } from '../../kits/whatsapp/most-codes.ts'
import { sessionOf, type Hearer, type Lines } from './lines.ts'
import type { SessionState } from './session-state.ts'
import type { WhatsAppWebSettings } from './settings.ts'

/** How long the network takes a code: the first QR of a line, each further one, and one that is typed, which lives as long as the line waits. ms. */
const FIRST_QR_MS = 60_000
const NEXT_QR_MS = 20_000
const TYPED_CODE_MS = 160_000
/** Items stored by one transaction: what comes while one is under way waits for the next. */
const MOST_AT_ONCE = 100

/** Why nothing happens before a person acts. Screens have words of their own for the causes; these are for logs and whoever reads the interface. */
const titles: Record<string, string> = {
  device_removed: 'The device was removed on the telephone; it has to be linked again',
  replaced: 'Another program uses the same link',
  banned: 'WhatsApp does not let this number in any more',
  outdated: 'WhatsApp asks for a newer version of the engine',
  not_multi_device: 'This account cannot have linked devices',
  session_refused: 'WhatsApp refused the line several times',
  passkey_required: 'WhatsApp asks for a passkey, which cannot be given from here',
  qr_expired: 'Nobody linked a telephone in time',
  engine_missing: 'The engine is not installed (package baileys)',
}

const endOf = (state: SessionState): ListenEnd | null => {
  if (state.state !== 'logged_out' && state.state !== 'error') return null
  const title = titles[state.cause] ?? 'The line ended'
  return { end: 'failed', error: { code: `whatsapp-web.${state.cause}`, title, retryable: false } }
}

/** `shown`: codes that this line showed before. */
const lineStateOf = (state: SessionState, shown: number, now: number): LineState => {
  switch (state.state) {
    case 'qr':
      return { ...state, until: new Date(now + (shown === 0 ? FIRST_QR_MS : NEXT_QR_MS)) }
    case 'code':
      return { ...state, until: new Date(now + TYPED_CODE_MS) }
    case 'connected': {
      const own = addressOf(state.jid)
      return { state: 'connected', address: own && `+${own.value}` }
    }
    case 'reconnecting':
      return { state: 'reconnecting', cause: state.cause, retryAt: new Date(state.retryAt) }
    case 'logged_out':
    case 'error':
      return { state: state.state, cause: state.cause }
    case 'connecting':
    case 'linking':
      return { state: state.state }
  }
}

type Heard = { items: InboundItem[]; stored(): void; lost(error: unknown): void }

/** Holds the line of a number: tells how it stands, and stores what it hears before the engine may acknowledge it. */
export const createListen =
  (lines: Pick<Lines, 'hold' | 'letGo'>) =>
  ({ account, io, signal, store, alive, line }: Listening<WhatsAppWebSettings>): Promise<ListenEnd> => {
    const session = sessionOf(account)
    const now = () => io.now().getTime()
    const { promise, resolve, reject } = Promise.withResolvers<ListenEnd>()
    let latest: LineState | null = null
    let end: ListenEnd | null = null
    let heard: Heard[] = []
    let shown = 0
    let codes = 0
    let working = false

    const storeSome = async (): Promise<void> => {
      const some = heard.slice(0, MOST_AT_ONCE)
      heard = heard.slice(MOST_AT_ONCE)
      try {
        await store(
          some.flatMap(({ items }) => items),
          null,
        )
        for (const { stored } of some) stored()
      } catch (error) {
        for (const { lost } of some) lost(error)
        throw error
      }
    }
    const tellLatest = async (): Promise<void> => {
      const state = latest!
      latest = null
      await line(state)
      if (state.state === 'connected') alive()
    }
    /** One thing after the other. The last state is told when everything that was heard before is stored. */
    const work = async (): Promise<void> => {
      if (working) return
      working = true
      try {
        while (latest !== null || heard.length > 0) {
          if (latest !== null && (end === null || heard.length === 0)) await tellLatest()
          else await storeSome()
        }
        if (end !== null) resolve(end)
      } catch (error) {
        reject(error)
      } finally {
        working = false
      }
    }

    const hearer: Hearer = {
      changed: (told) => {
        if (end !== null) return
        if (told.state === 'qr' || told.state === 'code') codes += 1
        if (told.state === 'linking' || told.state === 'connected') codes = 0
        // Lines that break off while somebody is waited for bring new codes each.
        const state: SessionState = codes > MOST_CODES ? { state: 'error', cause: 'qr_expired' } : told
        latest = lineStateOf(state, shown, now())
        end = endOf(state)
        shown = state.state === 'qr' ? shown + 1 : 0
        void work()
      },
      heard: (payload) =>
        new Promise((stored, lost) => {
          const items = itemsOf(payload, now())
          if (items.length === 0) return stored()
          heard.push({ items, stored, lost })
          void work()
        }),
    }
    const stop = () => resolve({ end: 'stopped' })
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    else lines.hold(session, hearer, { codeFor: account.settings.codeFor || null, history: account.settings.history !== 'none' })
    return promise.finally(async () => {
      signal.removeEventListener('abort', stop)
      await lines.letGo(session, hearer)
      for (const { lost } of heard) lost(new Error('no longer listening'))
    })
  }
