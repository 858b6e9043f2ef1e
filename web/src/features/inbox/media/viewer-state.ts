import type { FileRef, Message } from '@chasqui/contracts'
import { createStore } from '#lib/store.ts'

/** One picture or film as the viewer shows it. `at` and `from` are missing for those that stand in no message of the thread. */
export type Shown = { key: string; kind: 'image' | 'video'; file: FileRef; words: string | null; at: string | null; direction: Message['direction'] | null }

/** What is looked at in full; null while nothing is. */
export const viewing = createStore<Shown | null>(null)

export const shownOf = (kind: Shown['kind'], file: FileRef, words: string | undefined): Shown => ({
  key: file.fileId ?? '',
  kind,
  file,
  words: words ?? null,
  at: null,
  direction: null,
})

export const lookAt = (shown: Shown) => viewing.set(shown)

/** Every picture and film of a thread that can be seen, oldest first. */
export const mediaOf = (messages: readonly Message[]): Shown[] =>
  messages.flatMap(({ content, deletedAt, providerTime, createdAt, direction }) =>
    (content.type === 'image' || content.type === 'video') && content.file.state === 'stored' && content.file.fileId !== null && deletedAt === null
      ? [{ ...shownOf(content.type, content.file, content.caption), at: providerTime ?? createdAt, direction }]
      : [],
  )

/** Where one step leads; at an end it stays. */
export const stepTo = (key: string, count: number, at: number): number | null => {
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key]
  return next === undefined || next === at || next < 0 || next >= count ? null : next
}

const zooms = [1, 1.5, 2, 3]
export const zoomed = (now: number, by: 1 | -1): number => zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(now) + by))] ?? 1
