import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account, LineState, ListenEnd } from '#channels'
import type { Hearer } from './lines.ts'
import { createListen } from './listen.ts'
import type { SessionState } from './session-state.ts'
import type { WhatsAppWebSettings } from './settings.ts'

const account: Account<WhatsAppWebSettings> = { tenantId: 't', channelId: 'c', settings: { codeFor: '', history: 'none' } }

/** Listens to a line that goes through these states; the states that people are told, and how it ended. */
const listenThrough = async (states: SessionState[]): Promise<{ told: LineState['state'][]; ended: ListenEnd }> => {
  const told: LineState['state'][] = []
  const end = new AbortController()
  const begun = Promise.withResolvers<Hearer>()
  const listen = createListen({ hold: (_session, hearer) => begun.resolve(hearer), letGo: async () => {} })
  const io = { now: () => new Date(0) } as Parameters<typeof listen>[0]['io']
  const ended = listen({
    account,
    io,
    signal: end.signal,
    place: null,
    store: async () => {},
    alive: () => {},
    line: async ({ state }) => void told.push(state),
  })
  const hearer = await begun.promise
  for (const state of states) {
    hearer.changed(state)
    await new Promise((resolve) => setImmediate(resolve))
  }
  end.abort()
  return { told, ended: await ended }
}
const qrs = (count: number): SessionState[] => Array.from({ length: count }, (_, index) => ({ state: 'qr', qr: `2@${index}` }))
const broken: SessionState = { state: 'reconnecting', cause: 'line_broken', attempts: 1, retryAt: 0 }

test('no code is shown after the sixth that nobody took, also when lines broke off in between', async () => {
  const { told, ended } = await listenThrough([...qrs(4), broken, ...qrs(3), ...qrs(3)])
  assert.deepEqual(told, ['qr', 'qr', 'qr', 'qr', 'reconnecting', 'qr', 'qr', 'error'])
  assert.ok(ended.end === 'failed')
  assert.equal(ended.error.code, 'whatsapp-web.qr_expired')
})

test('a telephone that takes a code ends the counting', async () => {
  const { told, ended } = await listenThrough([...qrs(5), { state: 'linking' }, ...qrs(5)])
  assert.deepEqual([told.filter((state) => state === 'qr').length, ended.end], [10, 'stopped'])
})
