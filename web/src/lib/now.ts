import { useEffect, useState } from 'react'
import { serverNow } from './server-clock.ts'

/** The server's time now, renewed every so many ms; `null` stands still. Pauses while the tab is hidden. */
export const useNow = (every: number | null): number | null => {
  const [now, setNow] = useState(() => (every === null ? null : serverNow()))
  useEffect(() => {
    if (every === null) return setNow(null)
    const tick = () => !document.hidden && setNow(serverNow())
    tick()
    const timer = setInterval(tick, every)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [every])
  return now
}
