import type { Answer } from './resp.ts'

type Hash = { fields: Map<string, string>; expiresAt: number }
type Command = (words: string[]) => Answer

const ok: Answer = { simple: 'OK' }

/** Hashes with an expiry, and what a connection says at its beginning: the commands that the product uses, with the meaning that Redis gives them. */
export const createStore = (now: () => number = Date.now) => {
  const hashes = new Map<string, Hash>()

  const find = (key: string): Hash | undefined => {
    const hash = hashes.get(key)
    if (hash && hash.expiresAt <= now()) hashes.delete(key)
    return hashes.get(key)
  }
  const findOrMake = (key: string): Hash => {
    const hash = find(key) ?? { fields: new Map(), expiresAt: Infinity }
    hashes.set(key, hash)
    return hash
  }

  const commands: Record<string, Command> = {
    PING: () => ({ simple: 'PONG' }),
    SELECT: () => ok,
    CLIENT: () => ok,
    HINCRBY: ([key, field, by]) => {
      const { fields } = findOrMake(key!)
      const value = Number(fields.get(field!) ?? 0) + Number(by)
      fields.set(field!, String(value))
      return value
    },
    HSET: ([key, ...pairs]) => {
      const { fields } = findOrMake(key!)
      const before = fields.size
      for (let index = 0; index < pairs.length; index += 2) fields.set(pairs[index]!, pairs[index + 1]!)
      return fields.size - before
    },
    HGETALL: ([key]) => [...(find(key!)?.fields ?? [])].flat(),
    HDEL: ([key, ...names]) => {
      const hash = find(key!)
      const gone = names.filter((name) => hash?.fields.delete(name)).length
      if (hash?.fields.size === 0) hashes.delete(key!)
      return gone
    },
    PEXPIRE: ([key, ms]) => {
      const hash = find(key!)
      if (hash) hash.expiresAt = now() + Number(ms)
      return hash ? 1 : 0
    },
  }

  const run = ([name = '', ...words]: string[]): Answer => commands[name.toUpperCase()]?.(words) ?? { error: `ERR unknown command '${name}'` }
  return { run, keys: () => [...hashes.keys()].filter((key) => find(key)) }
}
