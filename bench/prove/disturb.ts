import { setTimeout as pause } from 'node:timers/promises'
import type { Keeper, Victim } from './keeper.ts'

export type Strike = {
  /** Share (0-1) of the acknowledged messages at which it falls; 1 = after the last one, while the rest is worked on. */ at: number
  victim: Victim
}

const applicationVictims: Victim[] = ['server', 'launcher', 'server', 'everything']
const databaseVictims: Victim[] = ['postmaster', 'backend']
const lookEveryMs = 10
const longestWaitMs = 250

/** Random moments for so many kills of the application and of the database; the last kill of the application comes when everything has been delivered. */
export const planStrikes = ({ kills, databaseKills, random }: { kills: number; databaseKills: number; random: () => number }): Strike[] => {
  const strikes = (count: number, from: Victim[]) =>
    Array.from({ length: count }, (_, index) => ({ at: 0.03 + random() * 0.94, victim: from[index % from.length]! }))
  const application = strikes(kills, applicationVictims)
  if (application.length > 0) application[application.length - 1]!.at = 1
  return [...application, ...strikes(databaseKills, databaseVictims)].toSorted((one, other) => one.at - other.at)
}

/** Strikes at the planned shares of `progress()`, a random moment later each, one after the other. */
export const disturb = async (
  strikes: Strike[],
  ports: { keeper: Keeper; progress(): number; random: () => number; tell(strike: Strike): void },
): Promise<void> => {
  for (const strike of strikes) {
    while (ports.progress() < strike.at) await pause(lookEveryMs)
    await pause(ports.random() * longestWaitMs)
    ports.tell(strike)
    await ports.keeper.strike(strike.victim)
  }
}
