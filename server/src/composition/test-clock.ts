import type { TestClock } from '#platform/clock'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'

const instant = (clock: TestClock) => ({ now: clock.now().toISOString() })

/** Farther away, leases, tokens and windows that are counted from now would leave what a date can hold. */
const isUsual = (instant: Date): boolean => instant.getUTCFullYear() >= 1970 && instant.getUTCFullYear() < 3000

/** The two levers of the test clock. Exists only with TEST_CLOCK=on, which production refuses. */
export const registerTestClock = (http: Http, clock: TestClock): void =>
  http.raw(async (app) => {
    app.put('/api/test/clock', async (request) => {
      const given = (request.body as { now?: unknown } | null)?.now
      const now = new Date(typeof given === 'string' ? given : NaN)
      if (!isUsual(now)) throw new Failure('invalid', 'clock.now_invalid', 'Send {"now": "<ISO instant>"}, of a year from 1970 to 2999.')
      clock.set(now)
      return instant(clock)
    })
    app.post('/api/test/clock/advance', async (request) => {
      const ms = (request.body as { ms?: unknown } | null)?.ms
      if (typeof ms !== 'number' || !isUsual(new Date(clock.now().getTime() + ms)))
        throw new Failure('invalid', 'clock.ms_invalid', 'Send {"ms": <milliseconds>}, to a year from 1970 to 2999.')
      clock.advance(ms)
      return instant(clock)
    })
    app.get('/api/test/clock', async () => instant(clock))
  })
