import type { ChannelKind } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import { secretsOf, type ChannelRow } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

export type SecretIndex = {
  /** The ids of all channels of a kind, whosever they are, whose webhooks carry this secret. */
  channelsWith(kind: ChannelKind, secret: string): Promise<readonly string[]>
}

type Ports = Pick<ChannelsPorts, 'adapters' | 'database' | 'hashSecret' | 'hints' | 'open'>

/** The channels of one kind, by hash and the other way round. `changed`: those that have to be read anew; `reading` resolves when nothing is being read any more. */
type OfKind = { byHash: Map<string, string[]>; hashOf: Map<string, string>; changed: Set<string>; reading: Promise<void> }

/** What another node did not hear of, this one knows so many ms later. */
const staleAfter = 30_000
/** Channels read at once. */
const perRead = 500

const pageText = 'select * from channels.channel where kind = $1 and deleted_at is null and ($2::uuid is null or id > $2) order by id limit $3'
const someText = 'select * from channels.channel where kind = $1 and deleted_at is null and id = any($2::uuid[])'

/**
 * Channels by the secrets that their webhooks carry. What is looked up is a hash of what was sent: how long it takes says nothing of the secrets that are there, and whoever guesses
 * makes nothing be opened. Of a channel that changes its own secret alone is opened anew, however many there are.
 */
export const createSecretIndex = (ports: Ports): SecretIndex => {
  const known = new LRUCache<ChannelKind, OfKind>({ max: 20, ttl: staleAfter })
  ports.hints.onChanged('channel', (id) => {
    for (const index of known.values()) index.changed.add(id)
  })
  const hashOf = (secret: string): string => ports.hashSecret(secret).toString('base64')

  const forget = ({ byHash, hashOf }: OfKind, id: string): void => {
    const hash = hashOf.get(id)
    if (hash === undefined) return
    hashOf.delete(id)
    const others = byHash.get(hash)!.filter((other) => other !== id)
    if (others.length > 0) byHash.set(hash, others)
    else byHash.delete(hash)
  }
  const note = (index: OfKind, setting: string, row: ChannelRow): void => {
    forget(index, row.id)
    const secret = secretsOf(ports, row)[setting]
    if (typeof secret !== 'string') return
    const hash = hashOf(secret)
    index.hashOf.set(row.id, hash)
    index.byHash.set(hash, [...(index.byHash.get(hash) ?? []), row.id])
  }

  const readAll = async (kind: ChannelKind, setting: string, index: OfKind): Promise<void> => {
    for (let after: string | null = null, more = true; more;) {
      const { rows }: { rows: ChannelRow[] } = await ports.database.system.query<ChannelRow>(pageText, [kind, after, perRead])
      for (const row of rows) note(index, setting, row)
      after = rows.at(-1)?.id ?? null
      more = rows.length === perRead
    }
  }
  const readChanged = async (kind: ChannelKind, setting: string, index: OfKind): Promise<void> => {
    const ids = [...index.changed]
    index.changed.clear()
    if (ids.length === 0) return
    const { rows } = await ports.database.system.query<ChannelRow>(someText, [kind, ids])
    for (const id of ids) forget(index, id)
    for (const row of rows) note(index, setting, row)
  }

  /** One reading after the other. What could not be read is read as a whole when somebody asks again. */
  const read = (kind: ChannelKind, index: OfKind, work: () => Promise<void>): void => {
    index.reading = index.reading.then(work)
    index.reading.catch(() => known.get(kind) === index && known.delete(kind))
  }
  const begin = (kind: ChannelKind, setting: string): OfKind => {
    const index: OfKind = { byHash: new Map(), hashOf: new Map(), changed: new Set(), reading: Promise.resolve() }
    known.set(kind, index)
    read(kind, index, () => readAll(kind, setting, index))
    return index
  }

  return {
    channelsWith: async (kind, secret) => {
      const setting = ports.adapters[kind]?.carriedSecret?.setting
      if (setting === undefined) return []
      const index = known.get(kind) ?? begin(kind, setting)
      if (index.changed.size > 0) read(kind, index, () => readChanged(kind, setting, index))
      await index.reading
      return index.byHash.get(hashOf(secret)) ?? []
    },
  }
}
