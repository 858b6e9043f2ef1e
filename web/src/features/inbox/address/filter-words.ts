import type { ConversationState, Priority } from '@chasqui/contracts'
import { type ContactStage, contactStages } from '@chasqui/contracts/contact-stages'

/** Filters as an address says them: `f=tag:vip,queue:recepcion,window:2h,unread`. What has a name is called by it. Parts that are not understood are left out. */
export const named = ['channel', 'queue', 'campaign', 'assignee', 'tag'] as const
export type Named = (typeof named)[number]
export type FilterWords = { [Kind in Named]?: string } & {
  stage?: ContactStage
  state?: OpenState
  priority?: Priority
  window?: number
  waiting?: number
  unread?: true
}

export const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly Priority[]
/** Those that the tabs do not tell apart already. */
export const openStates = ['new', 'queued', 'assigned', 'active', 'pending', 'transferred'] as const satisfies readonly ConversationState[]
type OpenState = (typeof openStates)[number]

/** In minutes. */
const mostWindow = 7 * 24 * 60
const mostWaiting = 365 * 24 * 60

const minutesOf = (value: string, most: number): number | undefined => {
  const [, count, unit] = /^(\d{1,6})(m|h)$/.exec(value) ?? []
  const minutes = Number(count) * (unit === 'h' ? 60 : 1)
  return minutes >= 1 && minutes <= most ? minutes : undefined
}
const spanOf = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`)

const partOf = (name: string, value: string): FilterWords => {
  const kind = named.find((known) => known === name)
  if (kind) return value ? { [kind]: value.slice(0, 100) } : {}
  const stage = name === 'stage' && contactStages.find((known) => known === value)
  if (stage) return { stage }
  const state = name === 'state' && openStates.find((known) => known === value)
  if (state) return { state }
  const priority = name === 'priority' && priorities.find((known) => known === value)
  if (priority) return { priority }
  const window = name === 'window' && minutesOf(value, mostWindow)
  if (window) return { window }
  const waiting = name === 'waiting' && minutesOf(value, mostWaiting)
  if (waiting) return { waiting }
  return name === 'unread' && !value ? { unread: true } : {}
}

export const readFilters = (text: string | undefined): FilterWords =>
  Object.assign(
    {},
    ...(text ?? '').split(',').map((part) => {
      const [name = '', ...value] = part.trim().split(':')
      return partOf(name, value.join(':'))
    }),
  ) as FilterWords

export const writeFilters = ({ window, waiting, unread, ...words }: { [Name in keyof FilterWords]?: FilterWords[Name] | undefined }): string | undefined => {
  const parts = [
    ...[...named, 'stage' as const, 'state' as const, 'priority' as const].flatMap((name) => (words[name] ? [`${name}:${words[name]}`] : [])),
    ...(window ? [`window:${spanOf(window)}`] : []),
    ...(waiting ? [`waiting:${spanOf(waiting)}`] : []),
    ...(unread ? ['unread'] : []),
  ]
  return parts.length > 0 ? parts.join(',') : undefined
}

export type Item = { id: string; name: string }
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** How an address calls something: by its name, or by its id where another one is called the same. */
export const wordOf = (item: Item, all: readonly Item[]): string => {
  const word = plain(item.name)
  return word && all.every(({ id, name }) => id === item.id || plain(name) !== word) ? word : item.id
}

/** What an address means by a word; null when there is no such thing, or more than one. */
export const itemOf = (word: string, all: readonly Item[]): Item | null => {
  const called = all.filter(({ id, name }) => id === word || plain(name) === plain(word))
  return called.find(({ id }) => id === word) ?? (called.length === 1 ? called[0]! : null)
}
