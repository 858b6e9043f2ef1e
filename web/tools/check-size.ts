import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * What the browser fetches for the shell and one page, in KB of gzipped JavaScript, against the budget of that page. Run after a build.
 *   node web/tools/check-size.ts
 */
type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] }
type Manifest = Record<string, Chunk>

const budgets: Record<string, number> = { 'src/app/pages/inbox.tsx': 300, 'src/app/pages/home.tsx': 300 }

/** A chunk and all that it cannot start without. */
export const closure = (manifest: Manifest, entry: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const needed of manifest[entry]?.imports ?? []) closure(manifest, needed, seen)
  return seen
}

export const kilobytes = (manifest: Manifest, dist: string, page: string): number => {
  const chunks = [...closure(manifest, page, closure(manifest, 'index.html'))]
  const files = new Set(chunks.map((chunk) => manifest[chunk]?.file).filter((file) => file?.endsWith('.js')))
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${dist}/${file}`)).length, 0) / 1000
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] === here) {
  const dist = fileURLToPath(new URL('../dist', import.meta.url))
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8')) as Manifest
  for (const [page, budget] of Object.entries(budgets)) {
    const size = manifest[page] ? kilobytes(manifest, dist, page) : Number.NaN
    const good = size <= budget
    process.stdout.write(`${good ? 'ok' : 'xx'}  ${page} with the shell: ${size.toFixed(1)} of ${budget} KB\n`)
    if (!good) process.exitCode = 1
  }
}
