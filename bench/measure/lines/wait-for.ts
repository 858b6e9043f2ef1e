import { setTimeout as pause } from 'node:timers/promises'

/** Longest wait in minutes for all lines; then something is wrong. */
const PATIENCE = 15

/** Looks every 50 ms. What `found` throws ends it. */
export const waitFor = async (found: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const deadline = Date.now() + PATIENCE * 60_000
  while (!(await found())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE} minutes`)
    await pause(50)
  }
}

export const MIB = 1024 * 1024

/** Numbers of the measured lines. */
export const phonesOf = (lines: number): string[] => Array.from({ length: lines }, (_, index) => String(5_491_150_000_000 + index))
