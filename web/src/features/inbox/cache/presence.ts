import { useEffect } from 'react'
import { useRealtime } from '#lib/realtime.ts'
import { createStore, useStore } from '#lib/store.ts'

/** Who looks at a conversation and who is writing, by conversation. Gone by itself: typing must be told again within `typingLasts`. */
export type Person = { userId: string; name: string }
type Presence = { viewers: Record<string, Person[]>; typing: Record<string, Person[]>; contactTyping: Record<string, true> }
const presence = createStore<Presence>({ viewers: {}, typing: {}, contactTyping: {} })

/** ms after which typing that is not told again counts as stopped. */
const typingLasts = 8000
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const forgetAfter = (key: string, forget: () => void) => {
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(forget, typingLasts))
}

const setTyping = (conversationId: string, person: Person, typing: boolean) => {
  const now = presence.get()
  const others = (now.typing[conversationId] ?? []).filter(({ userId }) => userId !== person.userId)
  presence.set({ ...now, typing: { ...now.typing, [conversationId]: typing ? [...others, person] : others } })
}

const setContactTyping = (conversationId: string, typing: boolean) => {
  const { [conversationId]: _, ...others } = presence.get().contactTyping
  presence.set({ ...presence.get(), contactTyping: typing ? { ...others, [conversationId]: true } : others })
}

/** The customer said what they were writing. */
export const contactSpoke = (conversationId: string) => presence.get().contactTyping[conversationId] && setContactTyping(conversationId, false)

export const usePresenceEvents = () => {
  useRealtime('agent.viewing', ({ conversationId, viewers }) =>
    presence.set({ ...presence.get(), viewers: { ...presence.get().viewers, [conversationId]: viewers } }),
  )
  useRealtime('agent.typing', ({ conversationId, userId, name, typing }) => {
    setTyping(conversationId, { userId, name }, typing)
    if (typing) forgetAfter(`${conversationId} ${userId}`, () => setTyping(conversationId, { userId, name }, false))
  })
  useRealtime('contact.typing', ({ conversationId }) => {
    setContactTyping(conversationId, true)
    forgetAfter(conversationId, () => setContactTyping(conversationId, false))
  })
  useEffect(() => () => presence.set({ viewers: {}, typing: {}, contactTyping: {} }), [])
}

const nobody: Person[] = []
const others = (people: Person[] | undefined, userId: string) => (people?.some((person) => person.userId !== userId) ? people : nobody)

/** Colleagues who look at it and who write; people other than `userId`. */
export const usePresence = (conversationId: string, userId: string) => {
  const viewers = useStore(presence, (now) => others(now.viewers[conversationId], userId))
  const typing = useStore(presence, (now) => others(now.typing[conversationId], userId))
  const contactTyping = useStore(presence, (now) => Boolean(now.contactTyping[conversationId]))
  const without = (people: Person[]) => people.filter((person) => person.userId !== userId)
  return { viewers: without(viewers), typing: without(typing), contactTyping }
}
