import type { PhoneMessage } from '@chasqui/contracts'
import { createStore, useStore } from '#lib/store.ts'
import type { Speaker } from './speaker.ts'

/**
 * What was said on a phone and the server has not confirmed yet. It is on the screen at once, with a clock; one that failed stays with
 * its mark until it is sent again or taken away. Lives as long as the tab: a simulated customer loses nothing by closing it.
 */
export type Waiting = { message: PhoneMessage; speaker: Speaker; failed: boolean; /** Of a file on its way, 0-1. */ share: number | null; send: () => void }
export type Shown = { message: PhoneMessage; waiting: Waiting | null }

const waiting = createStore<readonly Waiting[]>([])

export const addWaiting = (entry: Waiting) => waiting.set([...waiting.get(), entry])
export const changeWaiting = (id: string, change: Partial<Pick<Waiting, 'failed' | 'share'>>) =>
  waiting.set(waiting.get().map((entry) => (entry.message.id === id ? { ...entry, ...change } : entry)))
export const dropWaiting = (id: string) => waiting.set(waiting.get().filter((entry) => entry.message.id !== id))

/** The screen with what waits: in its place where the screen has it already, at the end where not. */
export const withWaiting = (messages: readonly PhoneMessage[], entries: readonly Waiting[]): Shown[] => {
  const byId = new Map(entries.map((entry) => [entry.message.id, entry]))
  const known = messages.map((message) => ({ message, waiting: byId.get(message.id) ?? null }))
  const onScreen = new Set(messages.map(({ id }) => id))
  return [...known, ...entries.filter(({ message }) => !onScreen.has(message.id)).map((entry) => ({ message: entry.message, waiting: entry }))]
}

export const useWaiting = ({ channelId, phone }: { channelId: string; phone: string }): Waiting[] =>
  useStore(waiting).filter(({ speaker }) => speaker.channelId === channelId && speaker.phone === phone)
