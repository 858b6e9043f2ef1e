import { useEffect } from 'react'
import { useView, useViewStore } from './view.ts'

/** As long as a toast, in ms. */
const patience = 4000

/**
 * What was just taken back or done again, told and shown at the foot of the builder for a moment. No toast: on a phone that would lie over what is pressed to
 * take back more. It is announced over a sheet, too, which hides from screen readers all that is not `aria-live`.
 */
export const Told = () => {
  const view = useViewStore()
  const told = useView((now) => now.told)
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => view.get().told === told && view.set({ ...view.get(), told: null }), patience)
    return () => clearTimeout(timer)
  }, [told, view])
  return (
    <div className="relative h-0">
      <p
        role="status"
        aria-live="polite"
        className={
          told
            ? 'pointer-events-none absolute bottom-3 left-1/2 z-50 w-max max-w-[calc(100%-24px)] -translate-x-1/2 rounded-card bg-fg px-3 py-2 text-sm font-medium wrap-anywhere text-surface shadow-high'
            : 'sr-only'
        }
      >
        {told?.words}
      </p>
    </div>
  )
}
