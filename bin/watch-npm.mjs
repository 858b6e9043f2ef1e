import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Elsewhere than on Linux each check runs `ps`. */
const checkEveryMs = process.platform === 'linux' ? 200 : 1000

/** The parent of a process; 0 when it is gone. Linux tells it in /proc, in the second field after the name in brackets. */
const parentOf = (pid) => {
  try {
    if (process.platform !== 'linux') return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }))
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

/**
 * Calls `onGone` once npm is gone. Between npm and a script stands a shell: a signal for `npm start` ends npm and at most that shell, and
 * nobody tells the script, which would go on unseen. Only under npm; a process that was started otherwise may outlive its parent.
 * Windows ends the whole tree itself.
 */
export const watchNpm = (onGone) => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {}
  const shell = process.ppid
  const npm = parentOf(shell)
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(timer)
    onGone()
  }, checkEveryMs)
  return () => clearInterval(timer)
}
