/** Where a file stands in the layout of ARCHITECTURE.md. `name` is the module, adapter (`channels/simulator`) or feature. */
export type Part =
  | 'contracts'
  | 'flow'
  | 'flow test'
  | 'platform'
  | 'module'
  | 'adapter'
  | 'composition'
  | 'compose'
  | 'main'
  | 'config'
  | 'cli'
  | 'server test'
  | 'web app'
  | 'web feature'
  | 'web ui'
  | 'web lib'
  | 'web build'
  | 'widget'
  | 'sdk'
  | 'tooling'

export type Place = { part: Part; name: string | null }

const places: [RegExp, Part][] = [
  [/^contracts\//, 'contracts'],
  [/^flow\/src\//, 'flow'],
  [/^flow\/test\//, 'flow test'],
  [/^server\/src\/platform\//, 'platform'],
  [/^server\/src\/modules\/([^/]+)\//, 'module'],
  [/^server\/src\/adapters\/([^/]+\/[^/]+)\//, 'adapter'],
  [/^server\/src\/composition\//, 'composition'],
  [/^server\/src\/compose\.ts$/, 'compose'],
  [/^server\/src\/main\.ts$/, 'main'],
  [/^server\/src\/config(\/|\.)/, 'config'],
  [/^server\/src\/cli\//, 'cli'],
  [/^server\/test\//, 'server test'],
  [/^web\/src\/app\//, 'web app'],
  [/^web\/src\/features\/([^/]+)\//, 'web feature'],
  [/^web\/src\/ui\//, 'web ui'],
  [/^web\/src\/lib\//, 'web lib'],
  [/^web\/(build|tools|vite\.config\.ts)/, 'web build'],
  [/^widget\//, 'widget'],
  [/^sdk\//, 'sdk'],
  [/^(tools|bench|e2e|bin|deploy)\//, 'tooling'],
]

const named = new Set<Part>(['module', 'adapter', 'web feature'])

/** Null for a file that has no place: a new folder is given one here before anything stands in it. */
export const placeOf = (path: string): Place | null => {
  for (const [pattern, part] of places) {
    const found = pattern.exec(path)
    if (found) return { part, name: named.has(part) ? (found[1] ?? null) : null }
  }
  return null
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

export const isDomain = (path: string): boolean => /^server\/src\/modules\/[^/]+\/domain\//.test(path)

/** The files of the language of flows that describe its shapes; all others are its engine, which also runs in browsers. */
export const isFlowSchema = (path: string): boolean => /^flow\/src\/(definition\.ts|schema\/.*|(steps|triggers)\/schemas\.ts|.*\/schema\.ts)$/.test(path)
