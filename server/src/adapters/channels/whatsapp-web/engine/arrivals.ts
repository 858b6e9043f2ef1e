import {
  cleanMessage,
  decodeMessageNode,
  getBinaryNodeChildren,
  proto,
  unpadRandomMax16,
  type AuthenticationCreds,
  type BinaryNode,
  type SignalDataSet,
  type UserFacingSocketConfig,
} from 'baileys'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { historyOffered, isOwnPeer } from './history-notice.ts'
import { plainMessage } from './plain-message.ts'
import { createPlaces } from './places.ts'
import { Loaded, type KeyAccess } from './stored-keys.ts'

/** Messages that were opened and are not stored by the product yet. When there are so many, none is opened, nor acknowledged, until one is. */
const PLACES = 256
const KIND = 'arrival'
/** What is of no use any more lies sealed for so long at most, in milliseconds. */
const SWEEP_AFTER_MS = 1000

const Arrival = z.object({ order: z.number(), attrs: z.record(z.string(), z.string()), opened: z.string() })
type Arrival = z.infer<typeof Arrival>

type MakeRepository = NonNullable<UserFacingSocketConfig['makeSignalRepository']>
type Given = {
  creds: AuthenticationCreds
  access: KeyAccess
  /** Whether offers of what was said before are kept, too. */
  wantsHistory: boolean
  tell(payload: unknown): Promise<unknown>
}

/** The item of a message: what it said, and what the network told beside; null for what own devices tell each other of other things than history. Throws on what is no message. */
const itemOf = ({ attrs, opened }: Arrival, creds: AuthenticationCreds): unknown => {
  const said = proto.Message.decode(unpadRandomMax16(Buffer.from(opened, 'base64')))
  if (attrs['category'] === 'peer') return historyOffered(said, attrs['id']!, creds)
  const [id, lid] = [creds.me!.id, creds.me!.lid ?? '']
  const { fullMessage } = decodeMessageNode({ tag: 'message', attrs }, id, lid)
  fullMessage.message = said.deviceSentMessage?.message ?? said
  cleanMessage(fullMessage, id, lid)
  return { kind: 'message', message: plainMessage(fullMessage) }
}

const readArrival = (json: string): Arrival | null => {
  try {
    return Arrival.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

const nameOf = ({ from, id }: BinaryNode['attrs']): string => `${from} ${id}`

/**
 * Keeps what is opened until the product has stored it. Opening a message uses up a key, so a message that the network offers again could not be opened again:
 * what it said is kept in the same write as the state of the keys, and the library acknowledges after that write. Whoever is killed then, the next line finds it
 * and tells of it again, under the same id.
 */
export const createArrivals = ({ creds, access, wantsHistory, tell }: Given) => {
  const names = Array.from({ length: PLACES }, (_, index) => String(index))
  const places = createPlaces(names)
  const stanzas = new WeakMap<Uint8Array, BinaryNode>()
  /** Found at the beginning: the network may offer these again, and is to hear that they arrived. */
  const found = new Map<string, Uint8Array>()
  /** Ids that were told lately: the library tells of them once more. */
  const told = new LRUCache<string, true>({ max: 4 * PLACES })
  let order = 0
  let timer: NodeJS.Timeout | null = null

  const sweep = async (): Promise<void> => {
    timer = null
    await places.sweep((left) => access.store({ [KIND]: Object.fromEntries(left.map((name) => [name, null])) }))
  }
  const leave = (place: string): void => {
    places.leave(place)
    // A line that ended meanwhile sweeps no more; the next one does.
    timer ??= setTimeout(() => void sweep().catch(() => {}), SWEEP_AFTER_MS)
  }
  const hear = async (place: string, id: string, item: unknown): Promise<void> => {
    told.set(id, true)
    await tell(item)
    leave(place)
  }

  const itemIfAny = (arrival: Arrival): unknown => {
    try {
      return itemOf(arrival, creds)
    } catch {
      return null
    }
  }

  const recall = async (): Promise<void> => {
    const kept = Object.entries(Loaded.parse(await access.load(KIND, names)))
    places.occupy(kept.map(([place]) => place))
    const read = kept.map(([place, json]) => ({ place, arrival: readArrival(json) }))
    for (const { place, arrival } of read.toSorted((one, other) => (one.arrival?.order ?? 0) - (other.arrival?.order ?? 0))) {
      const item = arrival && itemIfAny(arrival)
      if (!item) {
        leave(place)
        continue
      }
      order = Math.max(order, arrival.order)
      found.set(nameOf(arrival.attrs), Buffer.from(arrival.opened, 'base64'))
      hear(place, arrival.attrs['id']!, item).catch(() => {})
    }
  }
  const recalled = creds.account ? recall() : Promise.resolve()
  recalled.catch(() => {})

  return {
    /** Shows an incoming message before the library handles it, so that what is opened is known to be its. */
    coming: (stanza: BinaryNode): void => {
      // What devices of the account tell each other is no news, but for history that somebody wants to have.
      if (stanza.attrs['category'] === 'peer' && !(wantsHistory && isOwnPeer(stanza.attrs, creds.me))) return
      for (const { content } of getBinaryNodeChildren(stanza, 'enc')) if (content instanceof Uint8Array) stanzas.set(content, stanza)
    },
    /** The library's way to open messages, with keeping. */
    keeping:
      (make: MakeRepository): MakeRepository =>
      (auth, logger, more) => {
        const inner = make(auth, logger, more)
        const { keys } = auth as typeof auth & { keys: { transaction<Done>(work: () => Promise<Done>, of: string): Promise<Done> } }
        const decryptMessage: typeof inner.decryptMessage = async (given) => {
          const stanza = stanzas.get(given.ciphertext)
          if (!stanza) return inner.decryptMessage(given)
          await recalled
          const again = found.get(nameOf(stanza.attrs))
          if (again) return again
          const place = await places.take()
          let item: unknown = null
          try {
            const opened = await keys.transaction(async () => {
              const opened = await inner.decryptMessage(given)
              const arrival: Arrival = { order: ++order, attrs: stanza.attrs, opened: Buffer.from(opened).toString('base64') }
              item = itemIfAny(arrival)
              if (item !== null) await keys.set({ [KIND]: { [place]: arrival } } as unknown as SignalDataSet)
              return opened
            }, given.jid)
            if (item === null) leave(place)
            else hear(place, stanza.attrs['id']!, item).catch(() => {})
            return opened
          } catch (error) {
            leave(place)
            throw error
          }
        }
        // Whatever message brings the key to a group: groups are turned away, and it would be kept for ever.
        return { ...inner, decryptMessage, processSenderKeyDistributionMessage: async () => {} }
      },
    told: (id: string | null | undefined): boolean => told.has(id ?? ''),
    end: (): void => {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
