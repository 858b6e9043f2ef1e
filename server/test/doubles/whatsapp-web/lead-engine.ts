import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import type { Where } from './start.ts'

/** The engine's program in this process becomes the one on the sandbox: the product has no switch for it. */
export const leadEngineTo = (where: Where): void => {
  const { fork } = childProcess
  const entry = join(import.meta.dirname, 'engine-entry.ts')
  childProcess.fork = ((file: string, given: string[], options: object) =>
    file.endsWith('engine/main.ts') ? fork(entry, [JSON.stringify(where)], options) : fork(file, given, options)) as typeof fork
  syncBuiltinESMExports()
}

/** Loaded before a product that runs in a process of its own (`--import`), it finds the sandbox in the environment. */
const given = process.env['WHATSAPP_WEB_SANDBOX']
if (given !== undefined) leadEngineTo(JSON.parse(given) as Where)

/** What such a product is started with. */
export const environmentFor = (where: Where): Record<string, string> => ({
  WHATSAPP_WEB_SANDBOX: JSON.stringify(where),
  NODE_OPTIONS: `--import=${import.meta.url}`,
})
