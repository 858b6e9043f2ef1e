import { cpSync, existsSync, lstatSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from '../../start-error.ts'
import { installedPrograms, programsIn } from './installed-programs.ts'
import type { Programs } from './installed-programs.ts'
import { linkInto, repairLinks } from './library-links.ts'
import { isRoot, lendableUsers, namespace, self } from './server-account.ts'
import type { ServerAccount } from './server-account.ts'
import { tryProgram } from './server-program.ts'

/**
 * The way in which the server can run on this machine. `throughWorkingDirectory` is set when its account may not walk the path to the data
 * folder (a folder below root's home): the process is then started inside that folder and names it `/proc/self/cwd`, which Linux resolves
 * without looking at the parents.
 */
export type ServerHome = { account: ServerAccount; programs: Programs; libraryPath?: string; throughWorkingDirectory: boolean }

type Reachable = Pick<ServerHome, 'programs' | 'libraryPath'>

const copyPrograms = (programs: Programs, folder: string): Programs => {
  const target = join(folder, `postgres-${programs.version}`)
  if (!existsSync(target)) {
    const unfinished = `${target}.${process.pid}`
    cpSync(programs.root, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, target)
  }
  return programsIn(target, programs.version)
}

/** Links beside the libraries, or in the data folder on Linux, or a copy of everything there where a library path is not honoured. */
const withLinks = (programs: Programs, dataDir: string): Reachable => {
  try {
    repairLinks(programs)
    return { programs }
  } catch {
    if (process.platform !== 'linux') return copied(programs, dataDir)
    const links = join(dataDir, 'postgres-libraries')
    linkInto(links, programs)
    // A library found through a link looks for its own neighbours beside the link, so their real folder is named too.
    return { programs, libraryPath: `${links}:${join(programs.root, 'lib')}` }
  }
}

const copied = (programs: Programs, folder: string): Reachable => {
  const copy = copyPrograms(programs, folder)
  repairLinks(copy)
  return { programs: copy }
}

/** A folder that every user can read and only root can write. A folder that somebody else prepared under this name is not trusted. */
const sharedFolder = (): string | null => {
  for (const folder of ['/var/cache/chasqui', join(tmpdir(), 'chasqui-programs')]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      const { uid, mode } = lstatSync(folder)
      if (uid === 0 && (mode & 0o022) === 0) return folder
    } catch {
      continue
    }
  }
  return null
}

const runs = (account: ServerAccount, { programs, libraryPath }: Reachable) =>
  tryProgram(programs.postgres, ['--version'], { account, ...(libraryPath ? { libraryPath } : {}) })

const canEnter = (account: ServerAccount, folder: string): boolean => tryProgram('/bin/sh', ['-c', 'cd -- "$0"', folder], { account }).code === 0

const homeOf = (account: ServerAccount, dataDir: string, reachable: Reachable): ServerHome[] => {
  if (runs(account, reachable).code !== 0) return []
  const enters = canEnter(account, dataDir)
  return enters || process.platform === 'linux' ? [{ account, ...reachable, throughWorkingDirectory: !enters }] : []
}

const cannotRun = (why: string): StartError =>
  new StartError(
    'database',
    'The embedded database cannot run on this machine.',
    why,
    'Set DATABASE_URL to a PostgreSQL 15 or newer, for example postgres://user:password@localhost/chasqui.',
  )

const homeForSelf = (reachable: Reachable): ServerHome => {
  const { code, output } = runs(self, reachable)
  if (code !== 0) throw cannotRun(`Its programs do not load (they need glibc 2.27 or newer, so not Alpine): ${output.trim()}.`)
  return { account: self, ...reachable, throughWorkingDirectory: false }
}

/** For root: another user as things lie, else a user namespace, else another user with a copy of the programs (60 MB) that it can read. */
const homeForRoot = (programs: Programs, dataDir: string): ServerHome => {
  const asInstalled = withLinks(programs, dataDir)
  const users = lendableUsers()
  const [home] = users.flatMap((user) => homeOf(user, dataDir, asInstalled))
  if (home) return home
  if (process.platform === 'linux' && runs(namespace, asInstalled).code === 0) return { account: namespace, ...asInstalled, throughWorkingDirectory: false }
  const folder = sharedFolder()
  const [homeWithCopy] = folder ? users.flatMap((user) => homeOf(user, dataDir, copied(programs, folder))) : []
  if (homeWithCopy) return homeWithCopy
  throw cannotRun('PostgreSQL refuses to run as root, and neither the users postgres or nobody nor a user namespace can run it here.')
}

/** Finds the way to run the server; throws a StartError that says what to do when there is none. */
export const findServerHome = (dataDir: string): ServerHome => {
  const programs = installedPrograms()
  return isRoot() ? homeForRoot(programs, dataDir) : homeForSelf(withLinks(programs, dataDir))
}
