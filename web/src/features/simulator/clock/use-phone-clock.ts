import { useNow } from '#lib/now.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useTenant } from '#lib/session.ts'
import { changePerson } from '../data/change-person.ts'
import { aheadUntil, furthest } from './ahead.ts'

type Owner = { phone: string; aheadSeconds: number }

/** What this phone's clock shows (epoch ms), and the ways to move it. Moves beyond what the network takes are not offered: null. */
export const usePhoneClock = (channelId: string, { phone, aheadSeconds }: Owner) => {
  const { timeZone } = useTenant()
  const now = useNow(10_000) ?? serverNow()
  const moveTo = (seconds: number) => (seconds > furthest ? null : () => void changePerson(channelId, phone, { aheadSeconds: seconds }))
  const sunday = aheadUntil({ weekday: 0, hour: 22 }, now, aheadSeconds, timeZone)
  return {
    shown: now + aheadSeconds * 1000,
    ahead: aheadSeconds,
    hours: (count: number) => moveTo(aheadSeconds + count * 3600),
    sunday: { at: now + sunday * 1000, move: moveTo(sunday) },
    back: moveTo(0),
  }
}
