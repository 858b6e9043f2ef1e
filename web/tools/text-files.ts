import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export const complete = ['es', 'pt-BR', 'en'] as const
export const overlays = ['es-AR'] as const

/** One namespace: the folder that holds `texts/`, with each language's texts as `a.b` → words. */
export type Namespace = { name: string; folder: string; languages: Record<string, Record<string, string>>; strangers: string[] }

const flatten = (value: unknown, path: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]]

const readTexts = (file: string) => Object.fromEntries(flatten(JSON.parse(readFileSync(file, 'utf8')), ''))

export const namespacesIn = (source: string): Namespace[] =>
  globSync('**/texts', { cwd: source })
    .map((path) => {
      const folder = join(source, path)
      const files = globSync('*.json', { cwd: folder }).map((file) => basename(file, '.json'))
      const known: readonly string[] = [...complete, ...overlays]
      const languages = Object.fromEntries(
        files.filter((file) => known.includes(file)).map((language) => [language, readTexts(join(folder, `${language}.json`))]),
      )
      return { name: basename(dirname(folder)), folder: path, languages, strangers: files.filter((file) => !known.includes(file)) }
    })
    .sort((one, other) => one.name.localeCompare(other.name))

export const isTyped = (source: string, { folder, name }: Namespace) => existsSync(join(source, folder, `${name}.d.ts`))
