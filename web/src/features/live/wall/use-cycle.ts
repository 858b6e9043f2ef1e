import { useEffect, useState } from 'react'

/** How long each board stands, in ms. */
const stay = 12_000

/** Goes round the boards by itself; arrows step, the space bar pauses. */
export const useCycle = (count: number) => {
  const [at, setAt] = useState(0)
  const [paused, setPaused] = useState(false)
  const current = count === 0 ? 0 : at % count
  const step = (by: number) => setAt((now) => ((now % count) + by + count) % count || 0)
  useEffect(() => {
    if (paused || count < 2) return
    const timer = setTimeout(() => setAt((now) => (now + 1) % count), stay)
    return () => clearTimeout(timer)
  }, [paused, count, current])
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (key === 'ArrowRight') setAt((now) => (now + 1) % count)
      if (key === 'ArrowLeft') setAt((now) => (now + count - 1) % count)
      // On a button the space bar presses it.
      if (key === ' ' && !(target instanceof HTMLButtonElement)) setPaused((now) => !now)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [count])
  return { at: current, step, paused, pause: () => setPaused(!paused) }
}
