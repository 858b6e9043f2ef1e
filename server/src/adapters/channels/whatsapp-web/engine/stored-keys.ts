import { BufferJSON, proto, type SignalDataSet, type SignalKeyStore } from 'baileys'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { KeyValues } from './protocol.ts'

/** Bytes survive as the library writes them in JSON. */
export const toJson = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer)
export const fromJson = <Value>(json: string): Value => JSON.parse(json, BufferJSON.reviver) as Value

export type KeyAccess = { load(kind: string, ids: string[]): Promise<unknown>; store(values: KeyValues): Promise<unknown> }

export const Loaded = z.record(z.string(), z.string())

/** Characters, about as many bytes. */
const sizeOf = (json: string, name: string): number => json.length + name.length
/** By line. */
const bytesOf = new Map<string, number>()
const count = (name: string, bytes: number): void => {
  const line = name.slice(0, name.indexOf(' '))
  const sum = (bytesOf.get(line) ?? 0) + bytes
  if (sum > 0) bytesOf.set(line, sum)
  else bytesOf.delete(line)
}
/** Keys that were used lately, of all lines of this process together. */
const recent = new LRUCache<string, string>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: sizeOf,
  // The same once more takes the place of nothing.
  onInsert: (json, name, how) => void (how !== 'update' && count(name, sizeOf(json, name))),
  dispose: (json, name) => count(name, -sizeOf(json, name)),
})
export const keyBytes = (): number => recent.calculatedSize
/** Used once, or not by the library. */
const uncached = new Set(['pre-key', 'arrival', 'sent', 'sent-order'])
let lines = 0

/**
 * Keys that lie with the product: what is not known from just now is read over the channel, and a write is done when the product has it. Reads wait for writes
 * before them, as the library expects. Of an earlier line nothing is remembered: another process may have held one in between.
 */
export const storedKeys = ({ load, store }: KeyAccess): { keys: SignalKeyStore; bytes(): number } => {
  const line = ++lines
  const nameOf = (kind: string, id: string): string => `${line} ${kind} ${id}`
  let writing: Promise<unknown> = Promise.resolve()
  let writes = 0

  const fetch = async (kind: string, ids: string[]): Promise<Record<string, string>> => {
    if (ids.length === 0) return {}
    await writing.catch(() => {})
    const before = writes
    const found = Loaded.parse(await load(kind, ids))
    // What was written while this was read may be newer than it.
    if (writes === before && !uncached.has(kind)) for (const [id, json] of Object.entries(found)) recent.set(nameOf(kind, id), json)
    return found
  }
  const write = async (values: KeyValues): Promise<void> => {
    const each = Object.entries(values).flatMap(([kind, given]) => Object.entries(given).map(([id, json]) => ({ kind, name: nameOf(kind, id), json })))
    writes += 1
    for (const { name } of each) recent.delete(name)
    await writing.catch(() => {})
    await store(values)
    writes += 1
    for (const { kind, name, json } of each) if (json !== null && !uncached.has(kind)) recent.set(name, json)
  }

  const keys: SignalKeyStore = {
    get: async (kind, ids) => {
      const known = ids.map((id) => [id, recent.get(nameOf(kind, id))] as const)
      const missing = known.flatMap(([id, json]) => (json === undefined ? [id] : []))
      const found = Object.entries(await fetch(kind, missing))
      const entries = [...known.filter((entry): entry is readonly [string, string] => entry[1] !== undefined), ...found].map(([id, json]) => {
        const value = fromJson<object>(json)
        return [id, kind === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value]
      })
      return Object.fromEntries(entries)
    },
    set: (data: SignalDataSet) => {
      const values = Object.entries(data).map(([kind, given]) => {
        const entries = Object.entries(given).map(([id, value]) => [id, value == null ? null : toJson(value)])
        return [kind, Object.fromEntries(entries)]
      })
      const work = write(Object.fromEntries(values) as KeyValues)
      writing = work
      return work
    },
  }
  return { keys, bytes: () => bytesOf.get(String(line)) ?? 0 }
}
