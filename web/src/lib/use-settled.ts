import { useEffect, useEffectEvent, useRef } from 'react'

/** Runs once for a burst: at most every `wait` ms, always after the last call. */
export const useSettled = (run: () => void, wait: number): (() => void) => {
  const latest = useEffectEvent(run)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const call = useRef(() => {
    timer.current ??= setTimeout(() => fire.current(), wait)
  })
  const fire = useRef<() => void>(() => undefined)
  useEffect(() => {
    fire.current = () => {
      timer.current = null
      latest()
    }
    return () => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    }
  }, [])
  return call.current
}
