import { useCallback, useEffect, useRef } from 'react'

/** A function that stays the same and calls the newest one: for what is drawn again whenever a function given to it is another one. */
export const useLatest = <Given extends unknown[], Answer>(act: (...given: Given) => Answer): ((...given: Given) => Answer) => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Given) => latest.current(...given), [])
}
