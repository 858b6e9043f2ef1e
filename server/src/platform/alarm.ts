/** Wakes a loop that pauses. What rings while it works is remembered: the next pause is over at once. */
export type Alarm = {
  ring(): void
  /** Forgets what has rung; what rings from now on counts. */ reset(): void
  hasRung(): boolean
  pause(milliseconds: number): Promise<void>
}

export const createAlarm = (): Alarm => {
  let rung = false
  let wake = () => {}
  return {
    ring: () => {
      rung = true
      wake()
    },
    reset: () => void (rung = false),
    hasRung: () => rung,
    pause: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (rung) wake()
      }),
  }
}
