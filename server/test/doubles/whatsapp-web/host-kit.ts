import { join } from 'node:path'
import { createUntil } from '../../kit/until.ts'
import { interpretPayload } from '../../../src/adapters/channels/whatsapp-web/interpret.ts'
import type { SessionState } from '../../../src/adapters/channels/whatsapp-web/session-state.ts'
import { createEngineHost, type HostOptions } from '../../../src/adapters/channels/whatsapp-web/engine/host.ts'
import { memoryStore } from './memory-store.ts'
import type { WhatsAppWeb } from './start.ts'

const until = createUntil(() => () => {})

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
  return { host, store, kept, states, happenings, is, fell }
}
export type Product = ReturnType<typeof startHost>

export const link = async ({ host, is }: Product, sandbox: WhatsAppWeb, phone: string, session = 'one'): Promise<void> => {
  host.start(session)
  await sandbox.network.scan((await is('qr', session)).qr, phone)
  await is('connected', session)
}
