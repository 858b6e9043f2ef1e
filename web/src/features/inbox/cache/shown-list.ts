import { createStore } from '#lib/store.ts'
import type { ListFilter } from './list-filter.ts'

/** The list on screen and which of its rows can be seen; live events decide by it what waits behind the bar. */
export const shownList = createStore<{ filter: ListFilter; seen: ReadonlySet<string> } | null>(null)

export const noteSeenRows = (filter: ListFilter, ids: string[]) => shownList.set({ filter, seen: new Set(ids) })
