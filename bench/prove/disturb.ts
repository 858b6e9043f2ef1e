import { setTimeout as pause } from 'node:timers/promises'
import type { Keeper, Victim } from './keeper.ts'

/** `at` is the share (0-1) of the whole work at which it falls: messages acknowledged and answers taken count half each. */
export type Strike = { at: number; victim: Victim }
export type Battle = {
  keeper: Keeper
  /** The share of the work that is done. */
  progress(): Promise<number>
  random: () => number
  tell(strike: Strike): void
}

const applicationVictims: Victim[] = ['server', 'launcher', 'server', 'everything']
const databaseVictims: Victim[] = ['postmaster', 'backend']
const lookEveryMs = 25
const longestWaitMs = 250
/** When nothing moves for so long, the next strike falls anyway: a proof that waits for ever proves nothing. */
const patienceMs = 20_000

/** Random moments for so many kills of the application and of the database, from the first messages to the last answers. */
export const planStrikes = ({ kills, databaseKills, random }: { kills: number; databaseKills: number; random: () => number }): Strike[] => {
  const strikes = (count: number, from: Victim[]) =>
    Array.from({ length: count }, (_, index) => ({ at: 0.02 + random() * 0.93, victim: from[index % from.length]! }))
  return [...strikes(kills, applicationVictims), ...strikes(databaseKills, databaseVictims)].toSorted((one, other) => one.at - other.at)
}

const untilReached = async (at: number, progress: Battle['progress']): Promise<void> => {
  let [last, movedAt] = [-1, performance.now()]
  for (let now = await progress(); now < at; now = await progress()) {
    if (now > last) [last, movedAt] = [now, performance.now()]
    if (performance.now() - movedAt > patienceMs) return
    await pause(lookEveryMs)
  }
}

/** Strikes at the planned shares of the work, a random moment later each, one after the other. */
export const disturb = async (strikes: Strike[], { keeper, progress, random, tell }: Battle): Promise<void> => {
  for (const strike of strikes) {
    await untilReached(strike.at, progress)
    await pause(random() * longestWaitMs)
    tell(strike)
    await keeper.strike(strike.victim)
  }
}
