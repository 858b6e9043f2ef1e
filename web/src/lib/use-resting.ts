import { useEffect, useState } from 'react'

/** The value once it has not changed for `wait` ms: for searching while somebody types. */
export const useResting = <Value>(value: Value, wait: number): Value => {
  const [resting, setResting] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setResting(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return resting
}
