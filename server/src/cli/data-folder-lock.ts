import { appendFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processFacts } from '../platform/process-facts.ts'
import { StartError } from '../platform/start-error.ts'

/** Who works with a data folder, and where it answers once it does. A process number alone says little: it is given to another program later. */
export type Holder = { pid: number; startedAt: string; url: string | null }
export type FolderLock = { release(): void }

const checkEveryMs = 100
/** A killed process may need seconds to disappear; only a healthy one lasts longer. */
const usualPatienceMs = 5000
const settleMs = 50

const lockFileIn = (dataDir: string): string => join(dataDir, 'chasqui.pid')

const readHolder = (file: string): Holder | null => {
  try {
    const [pid, startedAt = '', url = null] = readFileSync(file, 'utf8').trim().split(/\s/)
    return { pid: Number(pid), startedAt, url }
  } catch {
    return null
  }
}

const isAlive = ({ pid, startedAt }: Holder): boolean => {
  const facts = processFacts(pid)
  return facts !== null && asWord(facts.startedAt) === startedAt
}

const asWord = (text: string): string => text.replaceAll(/\s+/g, '_')

/** The living process that holds the folder, or null. */
export const holderOf = (dataDir: string): Holder | null => {
  const holder = readHolder(lockFileIn(dataDir))
  return holder && isAlive(holder) ? holder : null
}

/** Writes into the file of this process where it answers, for commands that run beside it. */
export const announceUrl = (dataDir: string, url: string): void => {
  if (holderOf(dataDir)?.pid === process.pid) appendFileSync(lockFileIn(dataDir), `${url}\n`)
}

/** True when this process is the one that made the file. A link appears with its content at once, a written file is empty for a moment. */
const tryTake = (file: string, mine: string): boolean => {
  const unlinked = `${file}.${process.pid}`
  writeFileSync(unlinked, mine, { mode: 0o600 })
  try {
    linkSync(unlinked, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(unlinked, { force: true })
  }
}

const taken = (dataDir: string, { pid }: Holder): StartError =>
  new StartError(
    'configuration',
    `The data folder ${dataDir} is in use.`,
    `Process ${pid} works with it, and two would damage it.`,
    `Stop it with "kill ${pid}", or set DATA_DIR to another folder.`,
  )

/** Another taker of the same stale file may have removed ours instead of it; after a moment the file tells who won. */
const stillMine = async (file: string, mine: string): Promise<boolean> => {
  await pause(settleMs)
  return existsSync(file) && readFileSync(file, 'utf8') === mine
}

/**
 * Takes the folder for this process, or throws a StartError that names the process that has it. A file whose process is dead, or whose
 * number belongs to another program by now, is taken over.
 */
export const lockDataFolder = async (dataDir: string, patienceMs = usualPatienceMs): Promise<FolderLock> => {
  const file = lockFileIn(dataDir)
  const mine = `${process.pid} ${asWord(processFacts(process.pid)?.startedAt ?? '')}\n`
  const giveUpAt = Date.now() + patienceMs
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  for (let tookOver = false; ;) {
    if (tryTake(file, mine) && (!tookOver || (await stillMine(file, mine)))) return { release: () => rmSync(file, { force: true }) }
    const holder = holderOf(dataDir)
    if (holder && Date.now() > giveUpAt) throw taken(dataDir, holder)
    if (holder) await pause(checkEveryMs)
    else rmSync(file, { force: true })
    tookOver ||= !holder
  }
}
