import { keep, keptKeys, readKept } from './kept.ts'
import { createStore, useStore } from './store.ts'

/**
 * Unsent text, kept in this browser per person and place (`conversation:<id>`, `note:<id>`), so that a reload, a switch or a session
 * that ended loses nothing. The newest 200 are kept.
 *   const [text, setText] = useDraft(user.id, `conversation:${id}`)
 *   draftOf(user.id, place)      for lists that show "Draft: …"; `useDraftMark` re-renders when any draft changes
 */
const most = 200
const changes = createStore(0)
type Kept = { text: string; at: number }

const keyFor = (userId: string, place: string) => `draft.${userId}.${place}`

const parse = (value: string | null): Kept | null => {
  if (!value) return null
  try {
    return JSON.parse(value) as Kept
  } catch {
    return null
  }
}

const forgetOldest = () => {
  const all = keptKeys('draft.')
  if (all.length <= most) return
  const byAge = all.map((key) => ({ key, at: parse(readKept(key))?.at ?? 0 })).sort((one, other) => one.at - other.at)
  for (const { key } of byAge.slice(0, all.length - most)) keep(key, null)
}

export const draftOf = (userId: string, place: string): string => parse(readKept(keyFor(userId, place)))?.text ?? ''

export const keepDraft = (userId: string, place: string, text: string) => {
  keep(keyFor(userId, place), text.trim() ? JSON.stringify({ text, at: Date.now() } satisfies Kept) : null)
  forgetOldest()
  changes.set(changes.get() + 1)
}

export const useDraft = (userId: string, place: string): [string, (text: string) => void] => {
  const text = useStore(changes, () => draftOf(userId, place))
  return [text, (next) => keepDraft(userId, place, next)]
}

export const useDraftMark = () => useStore(changes)
