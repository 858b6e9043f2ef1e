import { join } from 'node:path'
import type { Product } from '../compose.ts'
import type { Config } from '../config.ts'
import type { Progress } from '../main.ts'
import { webIsBuilt } from '../platform/web-root.ts'
import { localUrl, shortPath, signInUrl } from './start-addresses.ts'
import type { Terminal } from './terminal.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

/** Tells a start as it goes, one line per part; only what really exists and happened. */
export type StartReport = { terminal: Terminal; config: Config; words: Words; startedAt: number }

export const createStartReport = (terminal: Terminal, config: Config): StartReport => ({
  terminal,
  config,
  words: wordsIn(terminal.language),
  startedAt: performance.now(),
})

type Part<Event extends Progress['event']> = Extract<Progress, { event: Event }>

const tellDatabase = ({ terminal, words }: StartReport, { database, ms }: Part<'database'>): void => {
  const { version, embedded, adopted, location } = database
  const parts = [`PostgreSQL${version ? ` ${version}` : ''}`, ...(embedded ? [words.embedded] : []), adopted ? words.takenOver : location]
  terminal.line({ state: 'ok', subject: 'database', detail: parts.join(', '), ms })
  terminal.event({ event: 'database', version, embedded, adopted, location, ms: Math.round(ms) })
}

const tellSchema = ({ terminal, words }: StartReport, { migrations }: Product): void => {
  terminal.line({ state: 'ok', subject: 'schema', detail: words.schema(migrations.count, migrations.applied), ms: migrations.ms })
  terminal.event({ event: 'schema', ...migrations })
}

const tellDemo = ({ terminal, words, config }: StartReport, demo: Product['demo']): void => {
  const state = demo.created ? 'ok' : '--'
  const detail = demo.created ? words.demo(demo.tenants, demo.conversations) : config.demo ? words.demoKept : words.demoOff
  terminal.line({ state, subject: 'demo', detail, ...(demo.created ? { ms: demo.ms } : {}) })
  terminal.event({ event: 'demo', ...demo })
}

const tellWeb = ({ terminal, words, config }: StartReport, { port, wanted }: Part<'listening'>): void => {
  const moved = wanted !== 0 && port !== wanted
  const url = localUrl(config, port)
  terminal.line({ state: moved ? '!!' : 'ok', subject: 'web', detail: moved ? `${url}   ${words.portBusy(wanted)}` : url })
  if (!webIsBuilt()) terminal.line({ state: '!!', subject: 'web app', detail: words.webMissing })
  terminal.event({ event: 'listening', url, port, wanted, webBuilt: webIsBuilt() })
}

const tellJobs = ({ terminal, words }: StartReport, working: boolean): void => {
  terminal.line({ state: working ? 'ok' : '--', subject: 'jobs', detail: working ? words.jobs : words.noJobs })
  terminal.event({ event: 'jobs', working })
}

export const tellProgress = (report: StartReport, progress: Progress): void => {
  if (progress.event === 'database') return tellDatabase(report, progress)
  if (progress.event === 'listening') return tellWeb(report, progress)
  if (progress.event === 'working') return tellJobs(report, true)
  tellSchema(report, progress.product)
  tellDemo(report, progress.demo)
}

/** Things that are no failure and that the person should know. */
export const tellNotices = async ({ terminal, words, config }: StartReport, product: Product): Promise<void> => {
  const numbers = (await product.operations.listChannels()).filter(({ kind }) => kind.startsWith('whatsapp')).length
  terminal.line({ state: numbers > 0 ? 'ok' : '--', subject: 'whatsapp', detail: numbers > 0 ? words.numbers(numbers) : words.noNumber })
  if (!config.http.publicUrl) terminal.line({ state: '!!', subject: 'address', detail: words.noPublicUrl })
  if (config.testClock) terminal.line({ state: '!!', subject: 'clock', detail: words.testClock })
}

const columns = (label: string, value: string, note: string): string => `  ${label.padEnd(10)}${note === '' ? value : `${value.padEnd(52)} ${note}`}`

/** The last block: how to get in. The password is in no file, so it is shown at the start that made it and never again. */
export const tellReady = ({ terminal, words, config, startedAt }: StartReport, product: Product, port: number): void => {
  const { linkKey, email, password } = product.signIn
  const ms = Math.round(performance.now() - startedAt)
  const url = localUrl(config, port)
  const open = linkKey === null ? url : signInUrl(config, url, linkKey)
  const logs = shortPath(join(config.dataDir, 'logs'))
  terminal.say(`\n  ${words.ready((ms / 1000).toFixed(1))}\n`)
  terminal.say(columns(words.open, open, linkKey === null ? '' : words.oneUse))
  terminal.say(columns(words.user, email, ''))
  terminal.say(columns(words.password, password ?? words.passwordKept, password === null ? '' : words.onlyNow))
  terminal.say(`${columns(words.health, `${url}/health`, `${words.logs} ${logs}   ${words.stop}`)}\n`)
  terminal.event({
    event: 'ready',
    ms,
    url,
    port,
    signInUrl: linkKey === null ? null : open,
    email,
    password,
    health: `${url}/health`,
    dataDir: config.dataDir,
    pid: process.pid,
  })
}
