/** The one source of time for decisions and due work. Leases and log stamps use the machine's own clock. */
export type Clock = {
  now(): Date
  /** Called whenever the clock jumps, so that loops waiting for a due instant look again. */
  onJump(listener: () => void): () => void
}

export const systemClock = (): Clock => ({ now: () => new Date(), onJump: () => () => {} })

export type TestClock = Clock & { set(instant: Date): void; advance(milliseconds: number): void }

/** A clock that can be moved and then goes on ticking from there. Refused in production by the configuration. */
export const testClock = (start = new Date()): TestClock => {
  let offset = start.getTime() - Date.now()
  const listeners = new Set<() => void>()
  const jump = (next: number) => {
    offset = next
    for (const listener of listeners) listener()
  }
  return {
    now: () => new Date(Date.now() + offset),
    onJump: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (instant) => jump(instant.getTime() - Date.now()),
    advance: (milliseconds) => jump(offset + milliseconds),
  }
}
