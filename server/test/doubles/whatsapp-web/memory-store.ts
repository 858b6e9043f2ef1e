import type { KeyChanges, SessionStore } from '../../../src/adapters/channels/whatsapp-web/session-store.ts'

/** Keys of sessions, kept as long as the test runs. */
export const memoryStore = () => {
  const kept = new Map<string, string>()
  const name = (...parts: string[]) => parts.join(' ')
  const store: SessionStore = {
    get: async (session, kind, ids) =>
      Object.fromEntries(ids.flatMap((id) => (kept.has(name(session, kind, id)) ? [[id, kept.get(name(session, kind, id))!]] : []))),
    set: async (session, changes: KeyChanges) => {
      // As long as a database may need: a line must not begin anew without what the one before was told last.
      await new Promise((resolve) => setImmediate(resolve))
      for (const [kind, values] of Object.entries(changes))
        for (const [id, value] of Object.entries(values)) if (value === null) kept.delete(name(session, kind, id)); else kept.set(name(session, kind, id), value) // prettier-ignore
    },
    clear: async (session) => {
      for (const key of kept.keys()) if (key.startsWith(`${session} `)) kept.delete(key)
    },
  }
  return { store, kept }
}
