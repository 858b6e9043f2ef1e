import { setTimeout as pause } from 'node:timers/promises'
import { childrenOf, kill, postmasterOf } from '../product/processes.ts'
import { startProduct, type ProductSettings, type RunningProduct } from '../product/start-product.ts'

/** What is killed: the launcher, the server under it, the database's main process or one of its others, or server and database at once. */
export const victims = ['server', 'launcher', 'postmaster', 'backend', 'everything'] as const
export type Victim = (typeof victims)[number]

/** Keeps a product running through its kills. */
export type Keeper = {
  strike(victim: Victim): Promise<void>
  starts(): number
  slowestStartMs(): number
  stop(): Promise<void>
}

const longestDownMs = 400

export const keepRunning = async (settings: ProductSettings, random: () => number): Promise<Keeper> => {
  const startTimes: number[] = []
  const begin = async (): Promise<RunningProduct> => {
    const started = await startProduct(settings)
    startTimes.push(started.startMs)
    return started
  }
  let product = await begin()

  const restart = async (...pids: number[]): Promise<void> => {
    for (const pid of pids) kill(pid)
    await product.ended
    await pause(random() * longestDownMs)
    product = await begin()
  }
  const anyBackend = (postmaster: number): number => {
    const backends = childrenOf(postmaster)
    return backends[Math.floor(random() * backends.length)] ?? postmaster
  }

  return {
    strike: async (victim) => {
      const postmaster = postmasterOf(settings.dataDir)
      if (victim === 'server') await restart(product.serverPid)
      else if (victim === 'launcher') await restart(product.launcherPid)
      else if (victim === 'everything') await restart(product.serverPid, product.launcherPid, ...(postmaster ? [postmaster, ...childrenOf(postmaster)] : []))
      else if (postmaster) kill(victim === 'backend' ? anyBackend(postmaster) : postmaster)
      if (product.hasEnded()) throw new Error(`the product ended by itself after "${victim}" was killed`)
    },
    starts: () => startTimes.length,
    slowestStartMs: () => Math.max(...startTimes),
    stop: () => product.stop(),
  }
}
