import { createStore, useStore } from '#lib/store.ts'
import { sayUndoable } from '#ui/toast.tsx'

/** The last act that can be taken back, and upon which conversation: its row offers that too when the act took it out of the list. */
const offered = createStore<{ conversationId: string; undo: () => void } | null>(null)

export const offerUndo = (conversationId: string, words: string, undo: () => void) => {
  const run = () => {
    offered.set(null)
    undo()
  }
  offered.set({ conversationId, undo: run })
  sayUndoable(words, run)
}

/** Takes back what was done upon this conversation last; null when that is nothing. */
export const useOfferedUndo = (conversationId: string) => useStore(offered, (last) => (last?.conversationId === conversationId ? last.undo : null))
