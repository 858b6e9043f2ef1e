import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import type { Config } from '../../config.ts'
import { run } from '../../main.ts'
import type { Running } from '../../main.ts'
import { productVersion } from '../../platform/product-version.ts'
import type { Command } from '../command.ts'
import { announceUrl } from '../data-folder-lock.ts'
import { listenNearby } from '../listen.ts'
import { openBrowser } from '../open-browser.ts'
import { openProductDatabase } from '../open-product-database.ts'
import { createStartReport, tellNotices, tellProgress, tellReady } from '../report-start.ts'
import type { StartReport } from '../report-start.ts'
import { localUrl, shortPath, signInUrl } from '../start-addresses.ts'
import { stopSignal } from '../stop-signal.ts'
import type { Terminal } from '../terminal.ts'

const nodeVersion = process.versions.node.split('.').slice(0, 2).join('.')

/** The first line comes before anything that takes time. */
const greet = ({ terminal, config, words }: StartReport): void => {
  const isNew = !config.secrets.databaseUrl && !existsSync(join(config.dataDir, 'postgres'))
  terminal.say(`chasqui ${productVersion}  node ${nodeVersion}  data ${shortPath(config.dataDir)}${isNew ? ` (${words.newData})` : ''}\n`)
  terminal.event({ event: 'begin', version: productVersion, node: process.versions.node, dataDir: config.dataDir, isNew })
}

const begin = (config: Config, report: StartReport): Promise<Running> =>
  run(config, {
    openDatabase: () => openProductDatabase(config, 'alone', (message) => report.terminal.event({ event: 'embedded', message })),
    listen: (product) => listenNearby((port, host) => product.listen(port, host), { ...config.http, mayMove: !config.production }),
    tell: (progress) => tellProgress(report, progress),
  })

const invite = async (report: StartReport, { product, port }: Running, mayOpen: boolean): Promise<void> => {
  const url = localUrl(report.config, port)
  announceUrl(report.config.dataDir, url)
  await tellNotices(report, product)
  tellReady(report, product, port)
  const { linkKey } = product.signIn
  if (mayOpen && report.terminal.mayOpenBrowser && linkKey !== null) openBrowser(signInUrl(report.config, url, linkKey))
}

const end = async (terminal: Terminal, words: StartReport['words'], running: Running): Promise<void> => {
  terminal.say(`\n  ${words.stopping}`)
  await running.stop()
  terminal.say(`  ${words.stopped}`)
  terminal.event({ event: 'stopped' })
}

export const start: Command = {
  usage: 'start [--no-open]',
  summary: 'serve the product until Ctrl+C',
  options: { 'no-open': { type: 'boolean' } },
  run: async ({ env, terminal, values }) => {
    const stopped = stopSignal()
    const config = readConfig(env)
    const report = createStartReport(terminal, config)
    greet(report)
    const running = await begin(config, report)
    await invite(report, running, !values['no-open'])
    await stopped
    await end(terminal, report.words, running)
    return 0
  },
}
