import { useEffect } from 'react'
import { type Goal, useView, useViewStore } from './view.ts'

/** Nothing has the focus, or the page as a whole, which is where it goes when what had it is gone. */
const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body || document.activeElement.id === 'page'

/** For what can be a goal: `take` gives the focus to what is drawn. */
export const useGoal = <At extends Goal['at']>(at: At, id: string, take: (goal: Extract<Goal, { at: At }>) => void): void => {
  const view = useViewStore()
  const goal = useView((now) => (now.goal?.at === at && now.goal.id === id ? now.goal : null))
  useEffect(() => {
    if (!goal || view.get().goal !== goal) return
    view.set({ ...view.get(), goal: null })
    if (!goal.lost || isFocusLost()) take(goal as Extract<Goal, { at: At }>)
    // `take` looks at what is drawn.
  }, [goal, view])
}
