import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The names of the socket map, read from the code that declares them: types leave no trace at run time, and a list beside them would be forgotten on the
 * day that a name is added.
 */
const contracts = join(import.meta.dirname, '../../../contracts/src')
const realtime = join(import.meta.dirname, '../../src/platform/realtime')

const namesIn = (file: string, type: string): string[] => {
  const text = readFileSync(join(contracts, file), 'utf8')
  const [, block] = new RegExp(`export type ${type} = [^\\n]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(text) ?? []
  if (block === undefined) throw new Error(`${file} declares no ${type}: teach socket-map.ts where it went`)
  return [...block.matchAll(/^ {2}'?([a-z]+(?:\.[a-z_]+)*)'?: /gm)].map(([, name]) => name!)
}

/** Everything that a browser may be told. */
export const toldNames = [...namesIn('event.ts', 'ServerMessages'), ...namesIn('realtime.ts', 'ServerToClient')]
/** Everything that a browser may say. */
export const saidNames = namesIn('realtime.ts', 'ClientToServer')
/** What the server listens to, wherever in its realtime part. */
export const handledNames = [
  ...new Set(
    readdirSync(realtime)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [...readFileSync(join(realtime, file), 'utf8').matchAll(/socket\.on\(\s*'([^']+)'/g)].map(([, name]) => name!)),
  ),
].filter((name) => name !== 'disconnect')
