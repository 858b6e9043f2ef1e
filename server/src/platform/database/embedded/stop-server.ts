import { setTimeout as pause } from 'node:timers/promises'
import { isLivePostmaster, readPostmaster } from './postmaster-file.ts'

/** Fast shutdown rolls open transactions back and writes a checkpoint; immediate ends at once and leaves a crash recovery to the next start. */
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const
export type StopMode = keyof typeof signals

const checkEveryMs = 10
/** The whole product must stop within 10 s; what is not stopped by then is stopped hard, which costs only a recovery. */
const patienceMs = 4000

const isGone = (clusterDir: string, pid: number): boolean => {
  const postmaster = readPostmaster(clusterDir)
  return !postmaster || postmaster.pid !== pid || !isLivePostmaster(clusterDir, postmaster)
}

const goneWithin = async (clusterDir: string, pid: number, ms: number): Promise<boolean> => {
  const giveUpAt = Date.now() + ms
  while (!isGone(clusterDir, pid)) {
    if (Date.now() > giveUpAt) return false
    await pause(checkEveryMs)
  }
  return true
}

/** Signals the server and waits until it is gone, as `pg_ctl stop` does; but pg_ctl refuses to run as root, and a signal needs no account. */
export const stopServer = async (clusterDir: string, mode: StopMode = 'fast'): Promise<void> => {
  const postmaster = readPostmaster(clusterDir)
  if (!postmaster || !isLivePostmaster(clusterDir, postmaster)) return
  process.kill(postmaster.pid, signals[mode])
  if (await goneWithin(clusterDir, postmaster.pid, patienceMs)) return
  process.kill(postmaster.pid, signals.immediate)
  await goneWithin(clusterDir, postmaster.pid, 1000)
}
