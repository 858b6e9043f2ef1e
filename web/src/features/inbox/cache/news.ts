import { createStore, useStore } from '#lib/store.ts'

/**
 * What waits behind the bar above a list, so that nothing moves by itself: conversations that are not in it yet, and rows with a new
 * message that are out of sight.
 */
export type News = { key: string; fresh: ReadonlySet<string>; stirred: ReadonlySet<string> }
const nothing: News = { key: '', fresh: new Set(), stirred: new Set() }
const news = createStore<News>(nothing)

const ofList = (key: string): News => (news.get().key === key ? news.get() : { ...nothing, key })
const having = (set: ReadonlySet<string>, id: string, wanted: boolean): ReadonlySet<string> => (wanted ? new Set([...set, id]) : new Set([...set].filter((known) => known !== id)))

export const noteFresh = (key: string, id: string, wanted: boolean) => {
  const now = ofList(key)
  if (now.fresh.has(id) !== wanted) news.set({ ...now, fresh: having(now.fresh, id, wanted) })
}

export const noteStirred = (key: string, id: string) => {
  const now = ofList(key)
  if (!now.stirred.has(id)) news.set({ ...now, stirred: having(now.stirred, id, true) })
}

export const clearNews = () => news.set(nothing)

export const useNews = (key: string): { fresh: number; stirred: number } => {
  const now = useStore(news)
  return now.key === key ? { fresh: now.fresh.size, stirred: now.stirred.size } : { fresh: 0, stirred: 0 }
}
