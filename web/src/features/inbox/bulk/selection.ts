import { createStore, useStore } from '#lib/store.ts'
import type { ListFilter } from '../cache/list-filter.ts'

/** Rows that were picked in one list. `all`: everything that the list holds, of which the server counted so many. */
export type Selection = { list: string; ids: readonly string[]; anchor: string | null; all: number | null }

const nothing: Selection = { list: '', ids: [], anchor: null, all: null }
const selection = createStore<Selection>(nothing)

const keyOfList = (filter: ListFilter) => JSON.stringify(filter)
const inList = (list: string): Selection => (selection.get().list === list ? selection.get() : { ...nothing, list })

/** As many rows as can be picked one by one; beyond them, all that match. */
const most = 1000

/** Puts a row to those that are picked, or takes it away. Out of all that match it leaves those that were picked before. */
export const togglePicked = (filter: ListFilter, id: string) => {
  const { list, ids, all } = inList(keyOfList(filter))
  const others = ids.filter((other) => other !== id)
  const gone = all === null && others.length < ids.length
  selection.set({ list, ids: gone ? others : [...others, id].slice(0, most), anchor: id, all: null })
}

/** Picks the rows between the one that was picked last and this one, in the order in which they are shown. */
export const extendPicked = (filter: ListFilter, shown: readonly string[], id: string) => {
  const { list, ids, anchor } = inList(keyOfList(filter))
  const [from, to] = [shown.indexOf(anchor ?? id), shown.indexOf(id)]
  const between = shown.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
  selection.set({ list, ids: [...new Set([...ids, ...between])].slice(0, most), anchor: anchor ?? id, all: null })
}

export const pickAll = (filter: ListFilter, count: number) => selection.set({ ...inList(keyOfList(filter)), all: count })
export const clearPicked = () => selection.set(nothing)

/** What is picked in this list; null when nothing is. What was picked in another one does not count any more. */
export const usePicked = (filter: ListFilter): Selection | null => {
  const list = keyOfList(filter)
  return useStore(selection, (now) => (now.list === list && (now.all !== null || now.ids.length > 0) ? now : null))
}
