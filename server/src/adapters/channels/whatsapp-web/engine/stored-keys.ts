import { BufferJSON, proto, type SignalDataSet, type SignalKeyStore } from 'baileys'
import { z } from 'zod'
import type { KeyValues } from './protocol.ts'

/** Bytes survive as the library writes them in JSON. */
export const toJson = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer)
export const fromJson = <Value>(json: string): Value => JSON.parse(json, BufferJSON.reviver) as Value

export type KeyAccess = { load(kind: string, ids: string[]): Promise<unknown>; store(values: KeyValues): Promise<unknown> }

const Loaded = z.record(z.string(), z.string())

/** Keys that lie with the product: each read and write goes over the channel, and a write is done when the product has it. */
export const storedKeys = ({ load, store }: KeyAccess): SignalKeyStore => ({
  get: async (kind, ids) => {
    const found = Loaded.parse(await load(kind, ids))
    const entries = Object.entries(found).map(([id, json]) => {
      const value = fromJson<object>(json)
      return [id, kind === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value]
    })
    return Object.fromEntries(entries)
  },
  set: async (data: SignalDataSet) => {
    const values = Object.entries(data).map(([kind, given]) => {
      const entries = Object.entries(given).map(([id, value]) => [id, value == null ? null : toJson(value)])
      return [kind, Object.fromEntries(entries)]
    })
    await store(Object.fromEntries(values) as KeyValues)
  },
})
