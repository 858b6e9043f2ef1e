import { join } from 'node:path'
import { createEngineHost } from '../../../src/adapters/channels/whatsapp-web/engine/host.ts'
import { openDurableSide } from './durable-side.ts'
import { offer } from './remote.ts'

/** The product's side of the engine as a process of its own, which may be killed like any other. Given: where the network is, and the file that outlives it. */
const [where, file] = process.argv.slice(2) as [string, string]
const { store, heard } = openDurableSide(file, 25)
const host = createEngineHost({
  store,
  heard,
  changed: () => {},
  entry: { file: join(import.meta.dirname, 'engine-entry.ts'), given: [where] },
  random: () => 0,
  lastedMs: 0,
})
const acts = { start: (session: string) => host.start(session), state: (session: string) => host.state(session), processes: () => host.processes() }
export type ProductActs = typeof acts

offer(acts, null)
