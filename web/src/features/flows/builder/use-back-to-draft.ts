import { useEffect, useRef } from 'react'
import { nothingElse, useGo, useLifeSearch } from '../life/search.ts'
import { useView } from './view.ts'

/** Versions, tests and drop-off stand in place of the draft: whoever goes to a step of it, tries it out or turns it to a list from there is back at it. */
export const useBackToDraft = (): void => {
  const go = useGo()
  const { panel } = useLifeSearch()
  const [goal, shows, turn] = [useView((view) => view.goal), useView((view) => view.shows), useView((view) => view.from.turn)]
  const met = useRef({ goal, shows, turn })
  useEffect(() => {
    const before = met.current
    met.current = { goal, shows, turn }
    const isAsked = (goal !== null && goal !== before.goal) || shows !== before.shows || turn !== before.turn
    if (panel && isAsked) go(nothingElse)
  }, [goal, shows, turn, panel, go])
}
