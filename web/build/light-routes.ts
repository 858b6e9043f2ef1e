import { statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const folder = fileURLToPath(new URL('../../contracts/src/http/', import.meta.url))

/** What `lib/api.ts` looks at. */
type Light = { id: string; method: string; path: string; permission: string; idempotency: boolean }
const isRoute = (value: unknown): value is Light => typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value

const light = ({ id, method, path, permission, idempotency }: Light): Light => ({ id, method, path, permission, idempotency })

/** `{list: RouteContract, …}` → the same record with only what a browser needs; null when the export is not a record of routes. */
const lightRecord = (value: unknown) => {
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([, entry]) => isRoute(entry))
    ? Object.fromEntries(entries.map(([name, entry]) => [name, light(entry as Light)]))
    : null
}

/**
 * Keeps the schema validator out of the browser. The contracts under `contracts/src/http` are run at build time and handed to the
 * bundle as `{id, method, path, permission, idempotency}` only; their full types stay visible to the type checker. Anything else that such a file
 * exports does not exist in the browser, and importing it fails the build.
 */
export const lightRoutes = (): Plugin => ({
  name: 'chasqui-light-routes',
  enforce: 'pre',
  async load(id) {
    const file = id.split('?')[0] ?? id
    if (!file.startsWith(folder) || !file.endsWith('.ts')) return null
    this.addWatchFile(file)
    const module: Record<string, unknown> = await import(`${pathToFileURL(file).href}?${statSync(file).mtimeMs}`)
    const records = Object.entries(module).flatMap(([name, value]) => {
      const record = lightRecord(value)
      return record ? [`export const ${name} = ${JSON.stringify(record)}`] : []
    })
    return { code: records.join('\n'), moduleType: 'js' }
  },
})
