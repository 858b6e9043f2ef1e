import { setTimeout as pause } from 'node:timers/promises'
import { isLivePostmaster, readPostmaster } from './postmaster-file.ts'

const checkEveryMs = 200
const retryEveryMs = 100

/** `relaunch` starts the server again at the address that the connection pools know. */
export type ServerWatch = { clusterDir: string; relaunch: () => Promise<void>; log: (message: string) => void }

const isServed = (clusterDir: string): boolean => {
  const postmaster = readPostmaster(clusterDir)
  return postmaster !== null && isLivePostmaster(clusterDir, postmaster)
}

const relaunchUntilServed = async ({ relaunch, log }: ServerWatch, isOver: () => boolean): Promise<void> => {
  log('the database server is gone, starting it again')
  while (!isOver()) {
    try {
      await relaunch()
      return log('the database server runs again')
    } catch (error) {
      // Backends that outlive a killed postmaster hold its shared memory for a moment; until they are gone a start is refused.
      log(`the database server did not start: ${(error as Error).message}`)
      await pause(retryEveryMs)
    }
  }
}

/** A stop waits so long for a relaunch under way; a server that comes up later is taken over by the next start. */
const farewellMs = 2000

/** Starts the server again whenever it dies (killed by the system or by hand) until the returned function is called. */
export const watchServer = (watch: ServerWatch): (() => Promise<void>) => {
  let over = false
  let relaunching: Promise<void> | null = null
  const timer = setInterval(() => {
    if (relaunching || isServed(watch.clusterDir)) return
    relaunching = relaunchUntilServed(watch, () => over).finally(() => (relaunching = null))
  }, checkEveryMs).unref()
  return async () => {
    over = true
    clearInterval(timer)
    if (relaunching) await Promise.race([relaunching, pause(farewellMs)])
  }
}
