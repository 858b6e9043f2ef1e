import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { placeOf } from './place.ts'
import type { Place } from './place.ts'

/** What an import leads to. `asset` is a file that is no source (css, json, svg); `nothing` means that no file is there. */
export type Target =
  | { kind: 'source'; path: string; place: Place | null }
  | { kind: 'package'; name: string }
  | { kind: 'node' }
  | { kind: 'asset' }
  | { kind: 'nothing' }

type Names = Record<string, string>

const readNames = (root: string, file: string, field: 'imports' | 'exports'): Names => {
  const path = join(root, file)
  if (!existsSync(path)) return {}
  return (JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<typeof field, Names>>)[field] ?? {}
}

/** One line of a package's `imports` or `exports`: the name itself, or `#platform/*` with what stands for the star. */
const lookUp = (names: Names, name: string): string | null => {
  if (names[name]) return names[name]
  for (const [pattern, path] of Object.entries(names)) {
    const [before, after] = pattern.split('*')
    if (after === undefined || !name.startsWith(before!) || !name.endsWith(after)) continue
    return path.replace('*', name.slice(before!.length, name.length - after.length))
  }
  return null
}

const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts')

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Follows the names that Node would: relative paths, the walls (`#`) of the workspace, the exports of the contracts and of the flows' language, packages. */
export const createResolver = (root: string, paths: ReadonlySet<string>): ((from: string, specifier: string) => Target) => {
  const walls: Record<string, Names> = { server: readNames(root, 'server/package.json', 'imports'), web: readNames(root, 'web/package.json', 'imports') }
  const packages: Record<string, { folder: string; names: Names }> = Object.fromEntries(
    ['contracts', 'flow'].map((folder) => [`@chasqui/${folder}`, { folder, names: readNames(root, `${folder}/package.json`, 'exports') }]),
  )

  const fileAt = (path: string): Target => {
    const source = [path, `${path}.ts`].find((candidate) => paths.has(candidate))
    if (source) return { kind: 'source', path: source, place: placeOf(source) }
    // A source that is there and was not read stands where this check does not look.
    return !isSource(path) && existsSync(join(root, path)) ? { kind: 'asset' } : { kind: 'nothing' }
  }
  const named = (folder: string, path: string | null): Target => (path ? fileAt(posix.join(folder, path)) : { kind: 'nothing' })

  return (from, specifier) => {
    if (specifier.startsWith('node:')) return { kind: 'node' }
    const bare = specifier.replace(/\?.*$/, '')
    if (bare.startsWith('.')) return fileAt(posix.join(posix.dirname(from), bare))
    const workspace = from.split('/')[0]!
    if (bare.startsWith('#')) return named(workspace, lookUp(walls[workspace] ?? {}, bare))
    const name = packageName(bare)
    const own = packages[name]
    return own ? named(own.folder, lookUp(own.names, `.${bare.slice(name.length)}`)) : { kind: 'package', name }
  }
}
