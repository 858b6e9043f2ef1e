import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process of this machine. `cpuSeconds` is user and system time so far; null where the system does not tell it cheaply. */
export type ProcessLine = { pid: number; parent: number; cpuSeconds: number | null }

/** USER_HZ: Linux shows times to programs in hundredths of a second on every architecture that Node runs on. */
const ticksPerSecond = 100

const linuxLine = (pid: string): ProcessLine | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid: Number(pid), parent: Number(fields[1]), cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
  } catch {
    return null
  }
}

const linuxProcesses = (): ProcessLine[] => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (linuxLine(name) ?? []) : []))

const otherProcesses = (): ProcessLine[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number)
      return { pid: pid!, parent: parent!, cpuSeconds: null }
    })

export const everyProcess = (): ProcessLine[] => (process.platform === 'linux' ? linuxProcesses() : otherProcesses())

export const childrenOf = (pid: number): number[] => everyProcess().flatMap((line) => (line.parent === pid ? [line.pid] : []))

/** Processor seconds of these processes and their children; null where they cannot be told. Ended children are not counted. */
export const cpuSecondsOf = (pids: number[]): number | null => {
  const lines = everyProcess().filter((line) => pids.includes(line.pid) || pids.includes(line.parent))
  return lines.some((line) => line.cpuSeconds === null) ? null : lines.reduce((sum, line) => sum + line.cpuSeconds!, 0)
}

/** Number of the embedded database server's main process, or null while none runs: the first line of its pid file. */
export const postmasterOf = (dataDir: string): number | null => {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

/** True when the signal was sent; false when the process was already gone. */
export const kill = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}
