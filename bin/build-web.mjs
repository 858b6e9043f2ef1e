import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runNode } from './run-node.mjs'

const web = join(root, 'web')
const widget = join(root, 'widget')
const stampFile = join(web, 'dist', '.sources')
const notSources = new Set(['node_modules', 'dist', '.vite'])

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))

/** Content decides and not file times, which a clone, a copy or a container layer changes. Takes about 20 ms. */
const hashSources = () => {
  const hash = createHash('sha256')
  for (const file of [...filesIn(web), ...filesIn(widget), ...filesIn(join(root, 'contracts')), ...filesIn(join(root, 'flow'))])
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const readStamp = () => (existsSync(stampFile) && existsSync(join(widget, 'dist', 'panel.js')) ? readFileSync(stampFile, 'utf8') : '')

/** Vite's program, or null in an install without development packages. */
export const findVite = () => {
  try {
    return join(createRequire(join(web, 'package.json')).resolve('vite/package.json'), '..', 'bin/vite.js')
  } catch {
    return null
  }
}

export const hasWebApp = () => existsSync(web) && readdirSync(web).some((name) => name.startsWith('vite.config.'))

/** Builds the web app into web/dist and the widget into widget/dist, and stamps both with the hash of their sources. Resolves with an exit code. */
export const buildWeb = async () => {
  const vite = findVite()
  if (!hasWebApp() || !vite) return 0
  const sources = hashSources()
  const build = (folder, ...options) => runNode([vite, 'build', '--logLevel', 'warn', ...options], { cwd: folder })
  const code = (await build(widget)) || (await build(widget, '--config', 'vite.launcher.config.ts')) || (await build(web))
  if (code === 0) writeFileSync(stampFile, sources)
  return code
}

/**
 * Builds when the sources differ from those of the last build; without a web app or without Vite there is nothing to do.
 * `mayFail` is for a start: the server can run with an older build or with the API alone, and says so.
 */
export const buildWebIfStale = async ({ mayFail, quiet }) => {
  if (!hasWebApp() || !findVite() || readStamp() === hashSources()) return 0
  if (!quiet) console.log(`Building the web app (${readStamp() === '' ? 'it has not been built yet' : 'its sources changed'}, about 10 s)`)
  const code = await buildWeb()
  if (code !== 0) console.error('The web app could not be built; the messages above say why.')
  return mayFail ? 0 : code
}
