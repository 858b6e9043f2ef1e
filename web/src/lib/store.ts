import { useSyncExternalStore } from 'react'

/**
 * A value outside of React that components can follow.
 * `createStore(initial)` → `{get, set, subscribe}`; `useStore(store, select?)` re-renders when what `select` returns changes identity.
 */
export type Store<Value> = { get: () => Value; set: (next: Value) => void; subscribe: (listener: () => void) => () => void }

export const createStore = <Value>(initial: Value): Store<Value> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of Array.from(listeners)) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStore<Value>(store: Store<Value>): Value
export function useStore<Value, Part>(store: Store<Value>, select: (value: Value) => Part): Part
export function useStore<Value, Part>(store: Store<Value>, select?: (value: Value) => Part) {
  return useSyncExternalStore(store.subscribe, () => (select ? select(store.get()) : store.get()))
}
