import type { FlowDefinition } from '@chasqui/contracts'

/**
 * A definition with what it was before and what was taken back. `mark` names the edit under way: the next with the same mark belongs to it, so that a
 * word typed is one step back and not five.
 */
export type History = { now: FlowDefinition; past: readonly FlowDefinition[]; future: readonly FlowDefinition[]; mark: string | null }

const most = 200

export const begin = (now: FlowDefinition): History => ({ now, past: [], future: [], mark: null })

export const record = (history: History, now: FlowDefinition, mark: string | null = null): History => {
  if (now === history.now) return history
  if (mark !== null && mark === history.mark) return { ...history, now, future: [] }
  return { now, past: [...history.past, history.now].slice(-most), future: [], mark }
}

/** The edit under way is done: what comes next is an edit of its own. */
export const settle = (history: History): History => (history.mark === null ? history : { ...history, mark: null })

export const undo = (history: History): History => {
  const before = history.past.at(-1)
  return before ? { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], mark: null } : history
}

export const redo = (history: History): History => {
  const [after, ...future] = history.future
  return after ? { now: after, past: [...history.past, history.now], future, mark: null } : history
}

/** What others did is under everything of one's own: undoing never takes it back. `rebase` lays it under each definition. */
export const rebaseHistory = (history: History, rebase: (definition: FlowDefinition) => FlowDefinition): History => ({
  now: rebase(history.now),
  past: history.past.map(rebase),
  future: history.future.map(rebase),
  mark: history.mark,
})
