import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineState } from '#channels'
import { watchLine, type Standing } from './watch-line.ts'

const now = new Date('2026-03-01T12:00:00Z')

/** When a server that is away is asked again for the first time, in seconds. */
const againAfter = async (seconds: number | null): Promise<number> => {
  const end = new AbortController()
  let told: LineState | null = null
  const line = async (state: LineState) => {
    told = state
    end.abort()
  }
  const io = { now: () => now } as Parameters<typeof watchLine>[0]['io']
  const look = async () => ({ is: 'away' as const, cause: 'server_failed', seconds })
  const ended = await watchLine({ io, signal: end.signal, alive: () => {}, line }, { vendor: 'v', look, catchUp: async () => {} })
  assert.deepEqual(ended, { end: 'stopped' })
  const state = told as LineState | null
  assert.ok(state?.state === 'reconnecting')
  return (state.retryAt.getTime() - now.getTime()) / 1000
}

test('a server that asks to be left alone is, a quarter of an hour at most; another one is asked again soon', async () => {
  assert.equal(await againAfter(null), 1.5)
  assert.equal(await againAfter(0), 1.5)
  assert.equal(await againAfter(120), 120)
  assert.equal(await againAfter(86_400), 900)
})

test('a server that shows one code after the other is not followed for ever: after the sixth that nobody took one has to ask for another', async () => {
  const told: string[] = []
  let looks = 0
  const look = async (): Promise<Standing> => ({ is: 'line', line: { state: 'qr', qr: `2@${looks++}`, until: now } })
  const io = { now: () => now } as Parameters<typeof watchLine>[0]['io']
  const line = async ({ state }: LineState) => void told.push(state)
  const ended = await watchLine({ io, signal: new AbortController().signal, alive: () => {}, line }, { vendor: 'v', look, catchUp: async () => {} })
  assert.deepEqual(told, ['qr', 'qr', 'qr', 'qr', 'qr', 'qr', 'error'])
  assert.ok(ended.end === 'failed')
  assert.equal(ended.error.code, 'v.qr_expired')
})
