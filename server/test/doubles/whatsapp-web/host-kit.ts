import { join } from 'node:path'
import { createUntil } from '../../kit/until.ts'
import { interpretPayload } from '../../../src/adapters/channels/whatsapp-web/interpret.ts'
import type { SessionState } from '../../../src/adapters/channels/whatsapp-web/session-state.ts'
import type { KeyChanges, SessionStore } from '../../../src/adapters/channels/whatsapp-web/session-store.ts'
import { createEngineHost, type HostOptions } from '../../../src/adapters/channels/whatsapp-web/engine/host.ts'
import type { WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})

export const memoryStore = () => {
  const kept = new Map<string, string>()
  const name = (...parts: string[]) => parts.join(' ')
  const store: SessionStore = {
    get: async (session, kind, ids) =>
      Object.fromEntries(ids.flatMap((id) => (kept.has(name(session, kind, id)) ? [[id, kept.get(name(session, kind, id))!]] : []))),
    set: async (session, changes: KeyChanges) => {
      // As long as a database may need: a line must not begin anew without what the one before was told last.
      await new Promise((resolve) => setImmediate(resolve))
      for (const [kind, values] of Object.entries(changes))
        for (const [id, value] of Object.entries(values)) if (value === null) kept.delete(name(session, kind, id)); else kept.set(name(session, kind, id), value) // prettier-ignore
    },
    clear: async (session) => {
      for (const key of kept.keys()) if (key.startsWith(`${session} `)) kept.delete(key)
    },
  }
  return { store, kept }
}

/** The product's side of the engine: what it was told, session by session. */
export const startHost = (sandbox: WhatsAppWeb, options: Partial<HostOptions> = {}, way: { deafMs?: number; healthMs?: number } = {}) => {
  const { store, kept } = memoryStore()
  const states: [string, SessionState][] = []
  const items: [string, unknown][] = []
  const entry = { file: join(import.meta.dirname, 'engine-entry.ts'), given: [JSON.stringify(sandbox.where), JSON.stringify(way)] }
  const host = createEngineHost({
    store,
    entry,
    changed: (session, state) => states.push([session, state]),
    heard: async (session, payload) => void items.push([session, payload]),
    random: () => 0,
    lastedMs: 0,
    ...options,
  })
  const happenings = (session = 'one') => items.filter(([of]) => of === session).flatMap(([, payload]) => interpretPayload(payload))
  const is = async <State extends SessionState['state']>(state: State, session = 'one') =>
    until(() => {
      const now = host.state(session)
      return now?.state === state && (now as Extract<SessionState, { state: State }>)
    }, `${session} is ${state}`)
  /** Short states are looked for in what was told: they may be over before one looks. */
  const fell = async (before: number, session = 'one') =>
    until(() => states.slice(before).some(([of, { state }]) => of === session && state === 'reconnecting'), `${session} fell`)
  return { host, kept, states, happenings, is, fell }
}
export type Product = ReturnType<typeof startHost>

export const link = async ({ host, is }: Product, sandbox: WhatsAppWeb, phone: string, session = 'one'): Promise<void> => {
  host.start(session)
  await sandbox.network.scan((await is('qr', session)).qr, phone)
  await is('connected', session)
}
