import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import type { SessionStore } from '../../../src/adapters/channels/whatsapp-web/session-store.ts'

/** What an item is recognised by: told again it has the same name. A message that could not be read yet is another item than the readable one. */
export const eventIdOf = (payload: unknown): string => {
  const item = payload as { kind: string; message?: { key: { id: string }; message?: unknown }; id?: string; ids?: string[]; type?: string }
  const unread = item.kind === 'message' && !item.message?.message && 'unread'
  return [item.kind, item.type, item.message?.key.id ?? item.id ?? item.ids?.join(' '), unread].filter(Boolean).join(':')
}

type Heard = { event: string; payload: string; different: number }

/** Keys and items on a disk: they outlive every process that is killed. Storing an item takes up to `slowMs`, so that a kill meets one on its way. */
export const openDurableSide = (file: string, slowMs = 0) => {
  const database = new DatabaseSync(file)
  database.exec(`pragma journal_mode = wal; pragma synchronous = off; pragma busy_timeout = 10000;
    create table if not exists key (session text, kind text, id text, value text not null, primary key (session, kind, id));
    create table if not exists heard (event text primary key, payload text not null, different integer not null)`)
  const find = database.prepare('select id, value from key where session = ? and kind = ? and id in (select value from json_each(?))')
  const put = database.prepare('insert into key values (?, ?, ?, ?) on conflict do update set value = excluded.value')
  const remove = database.prepare('delete from key where session = ? and kind = ? and id = ?')
  const store: SessionStore = {
    get: async (session, kind, ids) => Object.fromEntries(find.all(session, kind, JSON.stringify(ids)).map(({ id, value }) => [String(id), String(value)])),
    set: async (session, changes) => {
      database.exec('begin immediate')
      for (const [kind, values] of Object.entries(changes))
        for (const [id, value] of Object.entries(values)) if (value === null) remove.run(session, kind, id); else put.run(session, kind, id, value) // prettier-ignore
      database.exec('commit')
    },
    clear: async (session) => void database.prepare('delete from key where session = ?').run(session),
  }
  const insert = database.prepare('insert into heard values (?, ?, 0) on conflict do update set different = different + (payload <> excluded.payload)')
  return {
    store,
    heard: async (_: string, payload: unknown): Promise<void> => {
      await wait(Math.random() * slowMs)
      insert.run(eventIdOf(payload), JSON.stringify(payload))
    },
    /** Items as the product has them: each event once; `different` counts copies that said something else. */
    items: (): Heard[] => database.prepare('select * from heard').all() as Heard[],
    keys: (kind: string): string[] => database.prepare('select id from key where kind = ?').all(kind).map(({ id }) => String(id)), // prettier-ignore
  }
}
