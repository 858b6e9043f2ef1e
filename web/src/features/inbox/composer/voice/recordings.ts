import { keep, keptKeys, readKept } from '#lib/kept.ts'
import { forgetKeptFile, keepFile, readKeptFile } from '#lib/kept-files.ts'
import { createStore, useStore } from '#lib/store.ts'

/**
 * Voice notes that are being made, at most one a conversation. Whoever looks elsewhere meanwhile finds theirs again, paused; what was paused once
 * outlives the page.
 */
export type Recording = {
  key: string
  /** `asking`: for the microphone. `done`: it cannot go on, only be heard, sent or discarded. */
  state: 'asking' | 'recording' | 'paused' | 'done' | 'refused'
  seconds: number
  /** Loudness of the last moments, 0-1, oldest first. */
  levels: readonly number[]
  /** What is recorded so far; null while it goes on. */
  blob: Blob | null
  trouble: 'blocked' | 'missing' | 'unsafe' | 'failed' | null
}
type Kept = { key: string; seconds: number }

const all = createStore<Record<string, Recording>>({})
let owner: { tenantId: string; userId: string } | null = null
const placeOf = (conversationId: string) => owner && `voice.${owner.tenantId}.${owner.userId}.${conversationId}`

export const recordingOf = (conversationId: string): Recording | undefined => all.get()[conversationId]
export const useRecording = (conversationId: string) => useStore(all, (now) => now[conversationId])
export const changeRecording = (conversationId: string, part: Partial<Recording>) => {
  const before = recordingOf(conversationId)
  if (before) all.set({ ...all.get(), [conversationId]: { ...before, ...part } })
}
export const beginRecording = (conversationId: string, recording: Recording) => all.set({ ...all.get(), [conversationId]: recording })

/** So that a reload does not lose what was said. */
export const keepRecording = ({ key, seconds }: Recording, conversationId: string, blob: Blob) => {
  const place = placeOf(conversationId)
  if (place) keep(place, JSON.stringify({ key, seconds } satisfies Kept))
  return keepFile(key, blob)
}

/** Ends it here. `bytes: 'kept'` when they go on with a message that waits. */
export const dropRecording = (conversationId: string, bytes: 'kept' | 'forgotten') => {
  const { [conversationId]: dropped, ...others } = all.get()
  const place = placeOf(conversationId)
  if (place) keep(place, null)
  if (dropped && bytes === 'forgotten') forgetKeptFile(dropped.key)
  all.set(others)
}

const parse = (text: string | null): Kept | null => {
  try {
    return text ? (JSON.parse(text) as Kept) : null
  } catch {
    return null
  }
}

const restore = async (conversationId: string, place: string) => {
  const kept = parse(readKept(place))
  const blob = kept && (await readKeptFile(kept.key))
  if (!kept || !blob) keep(place, null)
  else if (!recordingOf(conversationId)) beginRecording(conversationId, { ...kept, state: 'done', levels: [], blob, trouble: null })
}

/** Reads what this person had recorded and not sent in this tenant. */
export const openRecordings = (tenantId: string, userId: string) => {
  if (owner?.tenantId === tenantId && owner.userId === userId) return
  owner = { tenantId, userId }
  all.set({})
  const prefix = `voice.${tenantId}.${userId}.`
  for (const place of keptKeys(prefix)) void restore(place.slice(prefix.length), place)
}
