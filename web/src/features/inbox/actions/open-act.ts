import { createStore, useStore } from '#lib/store.ts'

/** Which question about the open conversation is being asked. `closeNext` closes and goes on to the next one. */
export type Act = 'assign' | 'transfer' | 'tags' | 'priority' | 'snooze' | 'close' | 'closeNext' | 'merge' | 'block' | 'export'
const asked = createStore<Act | null>(null)
export const askFor = (act: Act | null) => asked.set(act)
export const useAskedAct = () => useStore(asked)
