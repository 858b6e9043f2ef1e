import type { TestClock } from '#platform/clock'
import { Failure } from '#platform/failure'
import type { Http } from '#platform/http/server'

const instant = (clock: TestClock) => ({ now: clock.now().toISOString() })

/** The two levers of the test clock. Exists only with TEST_CLOCK=on, which production refuses. */
export const registerTestClock = (http: Http, clock: TestClock): void =>
  http.raw(async (app) => {
    app.put('/api/test/clock', async (request) => {
      const now = new Date(String((request.body as { now?: unknown } | null)?.now ?? ''))
      if (Number.isNaN(now.getTime())) throw new Failure('invalid', 'clock.now_invalid', 'Send {"now": "<ISO instant>"}.')
      clock.set(now)
      return instant(clock)
    })
    app.post('/api/test/clock/advance', async (request) => {
      const ms = (request.body as { ms?: unknown } | null)?.ms
      if (typeof ms !== 'number' || !Number.isFinite(ms) || Math.abs(ms) > 3_155_760_000_000)
        throw new Failure('invalid', 'clock.ms_invalid', 'Send {"ms": <milliseconds>}.')
      clock.advance(ms)
      return instant(clock)
    })
    app.get('/api/test/clock', async () => instant(clock))
  })
