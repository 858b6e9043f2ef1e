import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createEngineHost } from '../../server/src/adapters/channels/whatsapp-web/engine/host.ts'
import { memoryStore } from '../../server/test/doubles/whatsapp-web/memory-store.ts'
import { startWhatsAppWeb } from '../../server/test/doubles/whatsapp-web/start.ts'

export type LinesTimes = { lines: number; linkedSeconds: number; openedSeconds: number; firstMiB: number; allMiB: number; eachMiB: number; perGiB: number }

/** Longest wait in minutes for all lines; then something is wrong. */
const PATIENCE = 15
const MIB = 1024 * 1024

const until = async (found: () => boolean, what: string): Promise<void> => {
  const deadline = Date.now() + PATIENCE * 60_000
  while (!found()) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE} minutes`)
    await wait(50)
  }
}

/** Links numbers of the sandbox in one process of the engine, kills it, and lets all lines open again: what a line costs that is linked and says nothing. */
export const measureLines = async (lines: number, tell: (line: string) => void): Promise<LinesTimes> => {
  const sandbox = await startWhatsAppWeb()
  const connected = new Set<string>()
  const host = createEngineHost({
    store: memoryStore().store,
    perProcess: lines,
    entry: {
      file: join(import.meta.dirname, '../../server/test/doubles/whatsapp-web/engine-entry.ts'),
      given: [JSON.stringify(sandbox.where), JSON.stringify({ healthMs: 500, keepAliveMs: 30_000 })],
    },
    changed: (session, state) => {
      if (state.state === 'connected') connected.add(session)
      else connected.delete(session)
      if (state.state === 'qr') sandbox.network.scan(state.qr, session).catch(() => {})
    },
    heard: async () => {},
  })
  const memory = (): number => (host.health().processes[0]?.memoryBytes ?? 0) / MIB
  /** Of a process that holds so many, as it told after that. */
  const settled = async (count: number): Promise<number> => {
    await until(() => host.health().processes[0]?.lines === count && connected.size === count, `${count} lines held`)
    await wait(3000)
    return memory()
  }
  const timed = async (count: number, what: string): Promise<number> => {
    const from = Date.now()
    await until(() => connected.size === count, what)
    return (Date.now() - from) / 1000
  }
  const fall = async (): Promise<void> => {
    for (const pid of host.processes()) process.kill(pid, 'SIGKILL')
    await until(() => connected.size === 0, 'all fell')
  }
  const phones = Array.from({ length: lines }, (_, index) => String(5_491_150_000_000 + index))

  host.start(phones[0]!)
  await timed(1, 'the first linked')
  await fall()
  await timed(1, 'the first opened again')
  const firstMiB = await settled(1)
  tell(`linking ${lines} numbers …`)
  for (const phone of phones.slice(1)) host.start(phone)
  const linkedSeconds = await timed(lines, 'all linked')
  tell('killing the process …')
  await fall()
  const openedSeconds = await timed(lines, 'all opened again')
  const allMiB = await settled(lines)
  await host.close()
  await sandbox.stop()
  const eachMiB = (allMiB - firstMiB) / (lines - 1)
  return { lines, linkedSeconds, openedSeconds, firstMiB, allMiB, eachMiB, perGiB: Math.floor((1024 - firstMiB) / eachMiB) + 1 }
}

export const linesTable = ({ lines, linkedSeconds, openedSeconds, firstMiB, allMiB, eachMiB, perGiB }: LinesTimes): string =>
  [
    `${lines} lines of linked numbers in one process of the engine, on the sandbox`,
    `  all linked for the first time        ${linkedSeconds.toFixed(1)} s`,
    `  all open again after a kill          ${openedSeconds.toFixed(1)} s`,
    `  memory with the first                ${firstMiB.toFixed(0)} MiB`,
    `  memory with all, saying nothing      ${allMiB.toFixed(0)} MiB`,
    `  each further line                    ${eachMiB.toFixed(2)} MiB`,
    `  lines that fit a GiB                 ${perGiB} (goal 250)`,
  ].join('\n')
