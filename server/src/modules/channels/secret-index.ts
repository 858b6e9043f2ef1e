import type { ChannelKind } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import { secretsOf, type ChannelRow } from './directory.ts'
import type { ChannelsPorts } from './ports.ts'

export type SecretIndex = {
  /** The ids of all channels of a kind, whosever they are, whose webhooks carry this secret. */
  channelsWith(kind: ChannelKind, secret: string): Promise<readonly string[]>
}

type ByHash = ReadonlyMap<string, readonly string[]>

/** What another node did not hear of, this one knows so many ms later. */
const staleAfter = 30_000
/** Channels read at once. */
const perRead = 500

/**
 * Channels by the secrets that their webhooks carry. What is looked up is a hash of what was sent: how long it takes says nothing of the secrets that are there, and whoever guesses
 * makes nothing be opened.
 */
export const createSecretIndex = (ports: ChannelsPorts): SecretIndex => {
  const known = new LRUCache<ChannelKind, Promise<ByHash>>({ max: 20, ttl: staleAfter })
  ports.hints.onChanged('channel', () => known.clear())
  const hashOf = (secret: string): string => ports.hashSecret(secret).toString('base64')

  const readAll = async (kind: ChannelKind, setting: string): Promise<ByHash> => {
    const byHash = new Map<string, string[]>()
    for (let after: string | null = null, more = true; more;) {
      const { rows }: { rows: ChannelRow[] } = await ports.database.system.query<ChannelRow>(
        'select * from channels.channel where kind = $1 and deleted_at is null and ($2::uuid is null or id > $2) order by id limit $3',
        [kind, after, perRead],
      )
      for (const row of rows) {
        const secret = secretsOf(ports, row)[setting]
        if (typeof secret !== 'string') continue
        const hash = hashOf(secret)
        byHash.set(hash, [...(byHash.get(hash) ?? []), row.id])
      }
      after = rows.at(-1)?.id ?? null
      more = rows.length === perRead
    }
    return byHash
  }

  const begin = (kind: ChannelKind, setting: string): Promise<ByHash> => {
    const reading = readAll(kind, setting)
    known.set(kind, reading)
    reading.catch(() => known.delete(kind))
    return reading
  }

  return {
    channelsWith: async (kind, secret) => {
      const setting = ports.adapters[kind]?.carriedSecret?.setting
      if (setting === undefined) return []
      const reading = known.get(kind) ?? begin(kind, setting)
      return (await reading).get(hashOf(secret)) ?? []
    },
  }
}
