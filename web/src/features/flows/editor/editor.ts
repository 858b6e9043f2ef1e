import type { FlowDefinition } from '@chasqui/contracts'
import { createContext, useContext } from 'react'
import { createStore, type Store, useStore } from '#lib/store.ts'
import { startId } from '../language/outputs.ts'
import { nodeAt } from './definition-edits.ts'
import { begin, type History, record, redo, settle, undo } from './history.ts'

/** What is edited, and what of it is picked. `startId` stands for the flow itself. `turn` counts how often something was taken back or done again. */
export type EditorState = { history: History; picked: readonly string[]; turn: number }
export type Edit = (definition: FlowDefinition) => FlowDefinition

/** The flow under one's hands, outside of React: every change goes through here and can be taken back. */
export const createEditor = (first: FlowDefinition) => {
  const store: Store<EditorState> = createStore<EditorState>({ history: begin(first), picked: [], turn: 0 })
  /** What was picked when a definition was changed: taking the change back picks it again. */
  const pickedThen = new WeakMap<FlowDefinition, readonly string[]>()
  const put = (history: History, picked = store.get().picked, turn = store.get().turn) => {
    const left = picked.filter((id) => id === startId || nodeAt(history.now, id))
    if (history !== store.get().history) store.set({ history, picked: left.length === picked.length ? picked : left, turn })
  }
  /** Steps that come back are picked; else what is picked stays, unless it goes. */
  const travel = (go: (history: History) => History) => {
    const { history, picked, turn } = store.get()
    const there = go(history)
    const back = Object.keys(there.now.nodes).filter((id) => !nodeAt(history.now, id))
    const isPickedGone = picked.some((id) => id !== startId && !nodeAt(there.now, id))
    put(there, back.length > 0 ? back : isPickedGone ? (pickedThen.get(there.now) ?? picked) : picked, turn + 1)
  }
  return {
    store,
    definition: () => store.get().history.now,
    /** One change. `mark` makes it one with the change before, if that has the same one. */
    edit: (change: Edit, mark: string | null = null) => {
      const { history, picked } = store.get()
      const changed = record(history, change(history.now), mark)
      if (changed.past !== history.past) pickedThen.set(history.now, picked)
      put(changed)
    },
    settle: () => put(settle(store.get().history)),
    undo: () => travel(undo),
    redo: () => travel(redo),
    pick: (picked: readonly string[]) => {
      const before = store.get().picked
      if (picked.length === before.length && picked.every((id) => before.includes(id))) return
      store.set({ ...store.get(), history: settle(store.get().history), picked })
    },
    /** What somebody else did: it comes without a trace in what can be taken back. */
    replace: (change: (history: History) => History) => put(change(store.get().history)),
  }
}
export type Editor = ReturnType<typeof createEditor>

export const EditorContext = createContext<Editor | null>(null)

export const useEditor = (): Editor => {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('used outside of the builder')
  return editor
}
/** A part of the definition; renders again when that part is another. */
export const useDefinition = <Part>(select: (definition: FlowDefinition) => Part): Part => useStore(useEditor().store, ({ history }) => select(history.now))
export const usePicked = (): readonly string[] => useStore(useEditor().store, ({ picked }) => picked)
/** The one step that is picked, or the flow itself; null for none and for several. */
export const usePickedOne = (): string | null => useStore(useEditor().store, ({ picked }) => (picked.length === 1 ? picked[0]! : null))
