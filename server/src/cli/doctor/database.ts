import { existsSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import { holderOf } from '../data-folder-lock.ts'
import { mask } from './finding.ts'
import type { Finding } from './finding.ts'

const oldestMajor = 15
/** More than this between two clocks and signatures with a time in them are refused. */
const clockToleranceMs = 30_000

const failed = (detail: string): Finding => ({ state: 'xx', subject: 'database', detail: mask(detail), failure: 'database' })

const ask = async (adminUrl: string, where: string): Promise<Finding> => {
  const { withConnection } = await import('../../platform/database/embedded/server-address.ts')
  const facts = await withConnection(adminUrl, async (client) => {
    const { rows } = await client.query<{ version: string; now: Date }>(`select current_setting('server_version') as version, clock_timestamp() as now`)
    return rows[0]
  })
  if (!facts) return failed('the server answered nothing')
  const skew = Math.abs(facts.now.getTime() - Date.now())
  if (Number.parseInt(facts.version, 10) < oldestMajor) return failed(`PostgreSQL ${facts.version} is too old, ${oldestMajor} or newer is needed`)
  if (skew > clockToleranceMs)
    return { state: '!!', subject: 'database', detail: `PostgreSQL ${facts.version}, its clock differs by ${Math.round(skew / 1000)} s` }
  return { state: 'ok', subject: 'database', detail: `PostgreSQL ${facts.version}, ${where}` }
}

/** Whether the embedded server could start; it is not started, because a diagnosis must change nothing. */
const checkPrograms = async (dataDir: string): Promise<Finding> => {
  const { findServerHome } = await import('../../platform/database/embedded/server-home.ts')
  const { account, programs } = findServerHome(existsSync(dataDir) ? dataDir : '/')
  const user = { self: '', namespace: ', in a user namespace', user: account.kind === 'user' ? `, as user ${account.name}` : '' }[account.kind]
  return { state: 'ok', subject: 'database', detail: `PostgreSQL ${programs.version}, embedded, not running now${user}` }
}

const checkEmbedded = async ({ dataDir }: Config): Promise<Finding> => {
  if (!holderOf(dataDir)) return checkPrograms(dataDir)
  const { attachEmbedded } = await import('../../platform/database/embedded/start-embedded.ts')
  const running = attachEmbedded(dataDir)
  return running ? ask(running.adminUrl, 'embedded, running') : failed('Chasqui runs without its database')
}

const reasonOf = (error: unknown): string => {
  if (error instanceof StartError) return error.why
  const cause = error instanceof AggregateError ? error.errors[0] : error
  return cause instanceof Error ? cause.message : String(cause)
}

export const checkDatabase = async (config: Config): Promise<Finding> => {
  const { databaseUrl } = config.secrets
  try {
    return databaseUrl ? await ask(databaseUrl, mask(databaseUrl)) : await checkEmbedded(config)
  } catch (error) {
    return failed(reasonOf(error))
  }
}
