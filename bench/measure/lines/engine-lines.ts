import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createEngineHost } from '../../../server/src/adapters/channels/whatsapp-web/engine/host.ts'
import type { SessionState } from '../../../server/src/adapters/channels/whatsapp-web/session-state.ts'
import { memoryStore } from '../../../server/test/doubles/whatsapp-web/memory-store.ts'
import { startWhatsAppWeb } from '../../../server/test/doubles/whatsapp-web/start.ts'
import { MIB, phonesOf, waitFor } from './wait-for.ts'

/** Memory of the process in MiB, as it was and after a garbage collection. */
export type Memory = { resident: number; collected: number }
export type EngineLines = {
  openedSeconds: number
  reopenedSeconds: number
  /** Lines that were being opened at the same time, at most. */
  openingAtOnce: number
  first: Memory
  all: Memory
  /** Lines that lost their connection when another one's code failed. */
  fellWithOne: number
}

const entry = join(import.meta.dirname, '../../../server/test/doubles/whatsapp-web/engine-entry.ts')
const HEALTH_MS = 500
/** What an engine's process has told of itself after so long is what it has come to. */
const SETTLED_MS = 3000

/** So many lines of linked numbers in one process of the engine: what it costs to hold them, to open all again after the process was killed, and one that fails alone. */
export const measureEngineLines = async (lines: number, tell: (line: string) => void): Promise<EngineLines> => {
  await using opened = new AsyncDisposableStack()
  const sandbox = await startWhatsAppWeb()
  opened.defer(sandbox.stop)
  const { store } = memoryStore()
  const phones = phonesOf(lines)
  for (const phone of phones) await store.set(phone, await sandbox.network.linkAlready(phone))

  const states = new Map<string, SessionState>()
  let told: [string, SessionState][] = []
  let openingAtOnce = 0
  const host = createEngineHost({
    store,
    perProcess: lines,
    entry: { file: entry, given: [JSON.stringify(sandbox.where), JSON.stringify({ healthMs: HEALTH_MS, keepAliveMs: 30_000 })] },
    changed: (session, state) => {
      states.set(session, state)
      told.push([session, state])
    },
    heard: async () => {},
  })
  opened.defer(host.close)

  const connected = (): number => {
    openingAtOnce = Math.max(openingAtOnce, host.health().beginning)
    let count = 0
    for (const [phone, { state }] of states) {
      if (state === 'connected') count += 1
      if (state === 'error' || state === 'logged_out') throw new Error(`the line of ${phone} is over: ${state}`)
    }
    return count
  }
  const timed = async (count: number, what: string): Promise<number> => {
    const from = performance.now()
    await waitFor(() => connected() === count, what)
    return (performance.now() - from) / 1000
  }
  const fall = async (): Promise<void> => {
    for (const pid of host.processes()) process.kill(pid, 'SIGKILL')
    await waitFor(() => connected() === 0, 'all fell')
  }
  const resident = async (count: number): Promise<number> => {
    await waitFor(() => host.health().processes[0]?.lines === count, `${count} lines held`)
    await pause(SETTLED_MS)
    return host.health().processes[0]!.memoryBytes / MIB
  }
  const memory = async (count: number): Promise<Memory> => {
    const before = await resident(count)
    for (const pid of host.processes()) process.kill(pid, 'SIGHUP')
    return { resident: before, collected: await resident(count) }
  }
  /** Lets the code of one line fail while all are open. */
  const failOne = async (): Promise<number> => {
    const one = phones.at(-1)!
    told = []
    process.kill(host.processes()[0]!, 'SIGUSR2')
    await sandbox.network.hangUp(one, 'cut')
    const failed = () => told.some(([, state]) => state.state === 'reconnecting' && state.cause === 'line_failed')
    await waitFor(() => failed() && connected() === lines, 'one line failed and is open again')
    return new Set(told.flatMap(([session]) => (session === one ? [] : [session]))).size
  }

  host.start(phones[0]!)
  await timed(1, 'the first open')
  const first = await memory(1)
  tell(`opening ${lines} lines …`)
  for (const phone of phones.slice(1)) host.start(phone)
  const openedSeconds = await timed(lines, 'all open')
  tell('killing the process of the engine …')
  await fall()
  const reopenedSeconds = await timed(lines, 'all open again')
  const all = await memory(lines)
  return { openedSeconds, reopenedSeconds, openingAtOnce, first, all, fellWithOne: await failOne() }
}
