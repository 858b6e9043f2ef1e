import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../../start-error.ts'
import { ownerFor } from './server-account.ts'
import type { ServerHome } from './server-home.ts'
import { runProgram } from './server-program.ts'

/** The superuser's name. It exists only for this server; the product makes its own roles below it. */
export const superuser = 'postgres'

export const clusterDirIn = (dataDir: string): string => join(dataDir, 'postgres')
const passwordFileIn = (dataDir: string): string => join(dataDir, 'postgres-password')

/** How the server's own programs name the folder, see `throughWorkingDirectory`. */
export const folderFor = (home: ServerHome, folder: string): { cwd?: string; name: string } =>
  home.throughWorkingDirectory ? { cwd: folder, name: '/proc/self/cwd' } : { name: folder }

const chownTree = (path: string, owner: { uid: number; gid: number }): void => {
  lchownSync(path, owner.uid, owner.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) chownTree(join(path, name), owner)
}

/** Gives the folder to the server's account; walks it only when its owner is another. */
const giveToServer = (path: string, home: ServerHome): void => {
  const owner = ownerFor(home.account)
  if (owner && statSync(path).uid !== owner.uid) chownTree(path, owner)
}

const keepPassword = (dataDir: string): string => {
  const file = passwordFileIn(dataDir)
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The password of an existing cluster. Without its file nobody can sign in, so that is a failure with a way out. */
export const readPassword = (dataDir: string): string => {
  const file = passwordFileIn(dataDir)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new StartError(
    'database',
    'The embedded database cannot be opened.',
    `Its password file ${file} is missing.`,
    `Put the file back from a backup of the data folder, or move ${clusterDirIn(dataDir)} away to start empty.`,
  )
}

const initdbArgs = (folder: string, passwordFile: string): string[] => [
  '-D',
  folder,
  '-U',
  superuser,
  '-A',
  'scram-sha-256',
  `--pwfile=${passwordFile}`,
  '-E',
  'UTF8',
  // The builtin provider sorts and folds the same on every system and ICU version; names for people are sorted with an ICU collation.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** initdb must read the password as the server's account, which cannot enter the data folder; the socket folder is its own. */
const lendPassword = (password: string, home: ServerHome, socketFolder: string): string => {
  const file = join(socketFolder, 'initial-password')
  writeFileSync(file, password, { mode: 0o600 })
  const owner = ownerFor(home.account)
  if (owner) chownSync(file, owner.uid, owner.gid)
  return file
}

/** Makes the cluster beside its final place and renames it, so that an interrupted first start leaves nothing half made. */
const createCluster = async (dataDir: string, home: ServerHome, socketFolder: string): Promise<void> => {
  const unfinished = `${clusterDirIn(dataDir)}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveToServer(unfinished, home)
  const passwordFile = lendPassword(keepPassword(dataDir), home, socketFolder)
  const { cwd, name } = folderFor(home, unfinished)
  const { code, output } = await runProgram(home.programs.initdb, initdbArgs(name, passwordFile), { ...home, ...(cwd ? { cwd } : {}) })
  rmSync(passwordFile, { force: true })
  if (code !== 0)
    throw new StartError('database', 'The embedded database could not be created.', lastLine(output), `Check the free space and the rights of ${dataDir}.`)
  renameSync(unfinished, clusterDirIn(dataDir))
}

const lastLine = (text: string): string =>
  text
    .trim()
    .split('\n')
    .filter((line) => line.trim())
    .at(-1)
    ?.trim() ?? ''

const refuseOtherMajor = (clusterDir: string, home: ServerHome): void => {
  const found = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim()
  const [installed] = home.programs.version.split('.')
  if (found === installed) return
  throw new StartError(
    'database',
    'The embedded database cannot be opened.',
    `It was made by PostgreSQL ${found}, and PostgreSQL ${installed} is installed.`,
    'Start the version of Chasqui that made it, take a backup there, and restore it here.',
  )
}

/** After this the cluster exists, belongs to the server's account and has a version that the programs can open. */
export const prepareCluster = async (dataDir: string, home: ServerHome, socketFolder: string): Promise<{ created: boolean }> => {
  const clusterDir = clusterDirIn(dataDir)
  const created = !existsSync(clusterDir)
  if (created) await createCluster(dataDir, home, socketFolder)
  refuseOtherMajor(clusterDir, home)
  giveToServer(clusterDir, home)
  chmodSync(clusterDir, 0o700)
  return { created }
}
