/** Longest wait (milliseconds) for anything a test expects; only failures take it. */
const patience = 90_000
/** What leaves no trace on the socket is looked for again after so many milliseconds. */
const lookAgain = 100

type Nothing = null | undefined | false | 0 | ''
export type Until = <Found>(look: () => Promise<Found> | Found, what: string) => Promise<Exclude<Found, Nothing>>

/**
 * Waits for a condition: looks at once, then whenever something happens in the product (`pulse` rings), and resolves with the first truthy
 * finding. Fails by the name of what was expected, with what was found last.
 */
export const createUntil =
  (pulse: (ring: () => void) => () => void): Until =>
  async (look, what) => {
    const deadline = Date.now() + patience
    for (;;) {
      let rung = false
      let wake = () => {}
      const stop = pulse(() => {
        rung = true
        wake()
      })
      try {
        const found = await look()
        if (found) return found as Exclude<typeof found, Nothing>
        if (Date.now() > deadline) throw new Error(`${what}: did not happen within ${patience / 1000} s`)
        if (!rung) await nextOccasion((resolve) => void (wake = resolve))
      } finally {
        stop()
      }
    }
  }

const nextOccasion = (listen: (resolve: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, lookAgain)
    listen(() => {
      clearTimeout(timer)
      resolve()
    })
  })
