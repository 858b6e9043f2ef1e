import { createContext, useContext } from 'react'
import { createStore, type Store, useStore } from '#lib/store.ts'
import type { Point, Way } from '../editor/definition-edits.ts'
import { startId } from '../language/outputs.ts'
import type { TestTalk } from '../testing/test-talk.ts'

/** There is one phone. */
export const thePhone = 'phone'
/** What is asked in a dialog over the builder. */
export type Asked = { what: 'connect'; way: Way; at?: Point } | { what: 'move'; id: string } | { what: 'find' } | { what: 'publish' } | { what: 'answer' }
/**
 * Where the focus is to go. What it is meant for takes it when it is drawn, which may be now or after it has come into sight; nobody waits or guesses.
 * `lost`: only if the focus is nowhere by then; `field`: which value of the step, as its problems name it.
 */
export type Goal = (
  | { at: 'step' | 'comment'; id: string }
  | { at: 'phone'; id: typeof thePhone }
  | { at: 'form'; id: string; field?: string | undefined }
  | { at: 'way'; id: string; output: string }
) & { lost?: true }
/**
 * What is shown, apart from the flow. `side`: the form or the phone; `sheet`: whether it lies over the page, where there is no room beside it.
 * `look`: a step to bring into sight; `goal`: where the focus is to go. `told`: what was just taken back or done again. `from`: the step at which the test begins; `talk`: the test, which outlives what it is
 * shown in, and for which beginning it is.
 */
export type View = {
  shows: 'canvas' | 'outline'
  side: 'step' | 'test'
  sheet: boolean
  asked: Asked | null
  look: { id: string } | null
  goal: Goal | null
  told: { words: string } | null
  from: { step: string | null; turn: number }
  talk: { is: TestTalk; turn: number } | null
}

/** `isNew`: nothing has been built yet, and the keyboard begins at the start. */
export const createView = (shows: View['shows'], isNew: boolean): Store<View> =>
  createStore<View>({
    shows,
    side: 'step',
    sheet: false,
    asked: null,
    look: null,
    goal: isNew ? { at: 'step', id: startId, lost: true } : null,
    told: null,
    from: { step: null, turn: 0 },
    talk: null,
  })

export const ViewContext = createContext<Store<View> | null>(null)
export const useViewStore = (): Store<View> => {
  const store = useContext(ViewContext)
  if (!store) throw new Error('used outside of the builder')
  return store
}
export const useView = <Part>(select: (view: View) => Part): Part => useStore(useViewStore(), select)
