import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What can be known about another process. Linux is read from /proc, because slim images have no `ps`. */
export type ProcessFacts = { name: string; startedAt: string }

const linuxFacts = (pid: number): ProcessFacts | null => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const nameEnd = stat.lastIndexOf(')')
  const fields = stat.slice(nameEnd + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || !startTicks) return null
  return { name: stat.slice(stat.indexOf('(') + 1, nameEnd), startedAt: startTicks }
}

const unixFacts = (pid: number): ProcessFacts => {
  const ask = (column: string) => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  return { name: ask('comm').split('/').at(-1) ?? '', startedAt: ask('lstart') }
}

/** Windows tells no start time cheaply; there a process number is trusted alone. */
const windowsFacts = (pid: number): ProcessFacts => {
  process.kill(pid, 0)
  return { name: '', startedAt: '' }
}

/**
 * Name and start time of a living process, or null when there is none. A zombie counts as gone: it holds no files or sockets.
 * The start time is an opaque text that differs between two processes that got the same number one after the other.
 */
export const processFacts = (pid: number): ProcessFacts | null => {
  try {
    if (process.platform === 'linux') return linuxFacts(pid)
    return process.platform === 'win32' ? windowsFacts(pid) : unixFacts(pid)
  } catch {
    return null
  }
}
