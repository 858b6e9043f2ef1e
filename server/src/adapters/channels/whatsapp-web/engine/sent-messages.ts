import { proto } from 'baileys'
import { z } from 'zod'
import { Loaded, type KeyAccess } from './stored-keys.ts'

/** A telephone that could not read a message may ask for it again when it is next switched on. In milliseconds. */
const KEPT_MS = 7 * 24 * 60 * 60_000
/** Of one number; the oldest go first. */
const MOST = 5000
/** Taken away together at most. */
const AT_ONCE = 50

const KIND = 'sent'
/** In which order they were sent: their ids by a running number, and under `ends` the first number and the next one. */
const ORDER = 'sent-order'

const Ends = z.object({ first: z.number().int(), next: z.number().int() })
type Ends = z.infer<typeof Ends>
const Entry = z.object({ id: z.string(), at: z.number() })
type Entry = z.infer<typeof Entry>

type Given = { access: KeyAccess; now(): number; keptMs?: number; most?: number }

/** Messages of ours, kept for a week in the session's store: for telephones that ask for one again, and for quoting. Beyond restarts, bounded, and cleaned by age. */
export const createSentMessages = ({ access, now, keptMs = KEPT_MS, most = MOST }: Given) => {
  let work: Promise<unknown> = Promise.resolve()
  let known: Ends | null = null
  /** When the oldest one was sent; null: not known. */
  let oldest: number | null = null

  const load = async (kind: string, ids: string[]): Promise<Record<string, string>> => (ids.length === 0 ? {} : Loaded.parse(await access.load(kind, ids)))
  const readEnds = async (): Promise<Ends> => {
    const { ends } = await load(ORDER, ['ends'])
    return ends === undefined ? { first: 0, next: 0 } : Ends.parse(JSON.parse(ends))
  }
  const numbersFrom = ({ first, next }: Ends): string[] => Array.from({ length: Math.min(AT_ONCE, next - first) }, (_, index) => String(first + index))

  /** The oldest that have to go now, with their numbers, and when the one after them was sent. */
  const due = async (ends: Ends): Promise<{ number: string; entry: Entry | null }[]> => {
    const full = ends.next - ends.first >= most
    if (ends.first === ends.next || (!full && oldest !== null && oldest > now() - keptMs)) return []
    const found = await load(ORDER, numbersFrom(ends))
    const entries = numbersFrom(ends).map((number) => ({ number, entry: found[number] === undefined ? null : Entry.parse(JSON.parse(found[number])) }))
    const excess = ends.next - ends.first - most + 1
    const stays = entries.findIndex(({ entry }, index) => entry !== null && index >= excess && entry.at > now() - keptMs)
    oldest = stays === -1 ? null : entries[stays]!.entry!.at
    return stays === -1 ? entries : entries.slice(0, stays)
  }

  const change = async (added: { id: string; json: string } | null): Promise<number> => {
    const ends = (known ??= await readEnds())
    const gone = await due(ends)
    if (added === null && gone.length === 0) return 0
    const entry: Entry | null = added && { id: added.id, at: now() }
    const changed = { first: ends.first + gone.length, next: ends.next + (entry ? 1 : 0) }
    const removed = gone.flatMap(({ entry: old }) => (old === null || old.id === added?.id ? [] : [old.id]))
    await access.store({
      [KIND]: { ...Object.fromEntries(removed.map((id) => [id, null])), ...(added && { [added.id]: added.json }) },
      [ORDER]: {
        ...Object.fromEntries(gone.map(({ number }) => [number, null])),
        ...(entry && { [String(ends.next)]: JSON.stringify(entry) }),
        ends: JSON.stringify(changed),
      },
    })
    known = changed
    return gone.length
  }

  /** One change after the other, whatever became of those before. */
  const inTurn = <Done>(act: () => Promise<Done>): Promise<Done> => {
    const turn = work.then(act, act)
    work = turn.catch(() => {})
    return turn
  }

  return {
    /** Resolves when it is kept; what is sent again under its id is kept as long as the first time says. */
    keep: (id: string, message: proto.IMessage): Promise<unknown> =>
      inTurn(() => change({ id, json: JSON.stringify(Buffer.from(proto.Message.encode(message).finish()).toString('base64')) })),
    find: async (id: string): Promise<proto.IMessage | undefined> => {
      const { [id]: json } = await load(KIND, [id])
      return json === undefined ? undefined : proto.Message.decode(Buffer.from(z.string().parse(JSON.parse(json)), 'base64'))
    },
    /** Takes away what is too old. */
    clean: (): Promise<void> =>
      inTurn(async () => {
        while ((await change(null)) === AT_ONCE);
      }),
  }
}
