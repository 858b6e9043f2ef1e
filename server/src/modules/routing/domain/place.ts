import type { QueueEntry, queueVerdicts } from '@chasqui/contracts'
import { foldWords } from './words.ts'

/** A queue as far as it matters for who comes in. */
export type Entrance = { id: string; position: number; isDefault: boolean; isOpen: boolean; entry: QueueEntry }
export type Verdict = (typeof queueVerdicts)[number]

/** What is known of a conversation that looks for its queue. `load`: percent of the capacity of the campaign's present people that is taken; null: nobody is present. */
export type Arrival = { channelId: string | null; words: string; tagIds: readonly string[]; language: string | null; load: number | null }

/** Whole words, whatever their accents and case; several words stand together in this order. */
const says = (words: string, keywords: readonly string[]): boolean => {
  const said = ` ${foldWords(words)} `
  return keywords.some((keyword) => {
    const folded = foldWords(keyword)
    return folded !== '' && said.includes(` ${folded} `)
  })
}

/** `pt-BR` is meant by `pt`, and not the other way round. */
const speaks = (language: string | null, languages: readonly string[]): boolean => {
  const spoken = language?.toLowerCase()
  return spoken !== undefined && languages.some((one) => spoken === one.toLowerCase() || spoken.startsWith(`${one.toLowerCase()}-`))
}

/** An empty list asks for nothing, like one that is not there. */
const asks = <Item>(list: readonly Item[] | undefined): list is readonly Item[] => list !== undefined && list.length > 0

/** Why a queue does not take what arrives; `fits`: it does. */
const verdictOf = ({ isOpen, entry }: Entrance, arrival: Arrival): Verdict => {
  if (!isOpen) return 'closed'
  if (asks(entry.channelIds) && !(arrival.channelId !== null && entry.channelIds.includes(arrival.channelId))) return 'channel'
  if (asks(entry.keywords) && !says(arrival.words, entry.keywords)) return 'keywords'
  if (asks(entry.tagIds) && !entry.tagIds.some((id) => arrival.tagIds.includes(id))) return 'tags'
  if (asks(entry.languages) && !speaks(arrival.language, entry.languages)) return 'languages'
  // Where nobody is present nobody has room.
  if (entry.loadAbove !== undefined && (arrival.load ?? 100) <= entry.loadAbove) return 'load'
  return 'fits'
}

/** The order in which queues are tried: by position, the default one last. */
export const inOrder = <Queue extends Entrance>(queues: readonly Queue[]): Queue[] =>
  queues.toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault) || a.position - b.position || (a.id < b.id ? -1 : 1))

/**
 * The queue of a campaign that takes what arrives: the first that fits, else the default one, also when that is closed: nobody is sent away by this.
 * Null only where there is no default queue.
 */
export const place = <Queue extends Entrance>(queues: readonly Queue[], arrival: Arrival): { queue: Queue | null; verdicts: Map<string, Verdict> } => {
  const verdicts = new Map<string, Verdict>()
  let queue: Queue | null = null
  for (const one of inOrder(queues)) {
    const verdict = one.isDefault ? (queue ? 'default_last' : 'fits') : verdictOf(one, arrival)
    verdicts.set(one.id, verdict)
    if (verdict === 'fits') queue ??= one
  }
  return { queue, verdicts }
}
