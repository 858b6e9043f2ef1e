import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findImports } from './imports.ts'
import { createResolver } from './resolve.ts'
import type { Target } from './resolve.ts'
import { placeOf } from './place.ts'
import type { Place } from './place.ts'
import { readTokens } from './tokens.ts'
import type { Token } from './tokens.ts'

export type Edge = { specifier: string; line: number; typeOnly: boolean; target: Target }
export type Source = { path: string; place: Place | null; tokens: readonly Token[]; edges: readonly Edge[] }
export type Tree = { sources: readonly Source[]; migrations: string }

const roots = ['contracts', 'flow', 'server', 'web', 'widget', 'sdk', 'e2e', 'bench', 'tools', 'bin', 'deploy']
const unread = new Set(['node_modules', 'dist', '.vite', 'coverage', 'test-results'])
const isSource = (name: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(name) && !name.endsWith('.d.ts')

const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return unread.has(entry.name) ? [] : filesIn(root, path)
    return isSource(entry.name) ? [path] : []
  })

const readMigrations = (root: string): string => {
  const folder = join(root, 'server/migrations')
  if (!existsSync(folder)) return ''
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** Every source file of the repository at `root` with what it imports, resolved. Paths are relative to the root, with `/`. */
export const readTree = (root: string): Tree => {
  const paths = roots.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => filesIn(root, folder))
  const resolve = createResolver(root, new Set(paths))
  const sources = paths.map((path): Source => {
    const tokens = readTokens(readFileSync(join(root, path), 'utf8'))
    const edges = findImports(tokens).map((found) => ({ ...found, target: resolve(path, found.specifier) }))
    return { path, place: placeOf(path), tokens, edges }
  })
  return { sources, migrations: readMigrations(root) }
}
