import { createStore, useStore } from '#lib/store.ts'

/**
 * What waits behind the bar above a list, so that nothing moves by itself: conversations that are not in it yet, and rows with a new
 * message that are out of sight.
 */
export type News = { key: string; fresh: ReadonlySet<string>; stirred: ReadonlySet<string> }
const nothing: News = { key: '', fresh: new Set(), stirred: new Set() }
const news = createStore<News>(nothing)

const ofList = (key: string): News => (news.get().key === key ? news.get() : { ...nothing, key })
const having = (set: ReadonlySet<string>, id: string, wanted: boolean): ReadonlySet<string> =>
  wanted ? new Set([...set, id]) : new Set([...set].filter((known) => known !== id))

export const noteFresh = (key: string, id: string, wanted: boolean) => {
  const now = ofList(key)
  if (now.fresh.has(id) !== wanted) news.set({ ...now, fresh: having(now.fresh, id, wanted) })
}

export const noteStirred = (key: string, id: string) => {
  const now = ofList(key)
  if (!now.stirred.has(id)) news.set({ ...now, stirred: having(now.stirred, id, true) })
}

/** What is in the list by now is no longer news, nor is a stirred row that has been seen. */
export const settleNews = (key: string, listed: readonly string[], seen: readonly string[]) => {
  const now = ofList(key)
  const fresh = new Set([...now.fresh].filter((id) => !listed.includes(id)))
  const stirred = new Set([...now.stirred].filter((id) => !seen.includes(id)))
  if (fresh.size < now.fresh.size || stirred.size < now.stirred.size) news.set({ key, fresh, stirred })
}

export const clearNews = () => news.set(nothing)

const counted = (now: News, key: string) => (now.key === key ? { fresh: now.fresh.size, stirred: now.stirred.size } : { fresh: 0, stirred: 0 })
export const newsOf = (key: string) => counted(news.get(), key)
export const useNews = (key: string) => counted(useStore(news), key)
