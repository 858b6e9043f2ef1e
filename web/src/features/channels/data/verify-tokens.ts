import { createStore, useStore } from '#lib/store.ts'

/** Tokens that were made in this window. The server never tells one again, and the person has yet to carry it to the vendor. */
const tokens = createStore<Readonly<Record<string, string>>>({})

export const rememberToken = (channelId: string, token: string) => tokens.set({ ...tokens.get(), [channelId]: token })
export const useMadeToken = (channelId: string): string | null => useStore(tokens, (known) => known[channelId] ?? null)
