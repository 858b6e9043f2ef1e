import type { Received } from '../../server/test/doubles/graph-api/ledger.ts'
import type { Shown, StoredMessage } from './collect.ts'
import { answerTo, type PlannedMessage } from './plan.ts'

/** What can be wrong, by what it means for the customer. */
export const findingKinds = {
  'acknowledged, not stored': 'lost',
  'turn without an answer': 'lost',
  'answer neither taken nor listed': 'lost',
  'receipt not shown': 'lost',
  'stored twice': 'duplicated',
  'turn answered twice': 'duplicated',
  'sent twice': 'duplicated',
  'not one conversation per person': 'wrong',
  'in another person’s conversation': 'wrong',
  'messages out of order': 'wrong',
  'answers out of order': 'wrong',
  'answer to the wrong person': 'wrong',
  'uncertain, not listed': 'wrong',
  'failed without a cause': 'wrong',
  'dead letter': 'wrong',
} as const
export type FindingKind = keyof typeof findingKinds
export type Severity = (typeof findingKinds)[FindingKind]

export type Verdict = {
  acknowledged: number
  conversations: number
  stored: number
  answers: number
  taken: number
  lostAnswers: number
  /** Sends whose outcome is not known, as listed for people. */
  uncertain: number
  /** Messages or ids per kind; a kind without findings is an empty list. */
  findings: Record<FindingKind, string[]>
}

type Facts = { sent: PlannedMessage[]; shown: Shown; received: Received[]; /** Channels whose receipts reach the product. */ withReceipts: Set<string> }

const group = <Item>(items: Item[], key: (item: Item) => string): Map<string, Item[]> => Map.groupBy(items, key)
const isRising = (numbers: number[]): boolean => numbers.every((number, index) => index === 0 || number > numbers[index - 1]!)

/** Compares what was acknowledged with what the product shows and with what arrived at the stand-in. Pure; knows nothing of the product's inside. */
export const count = (facts: Facts): Verdict => {
  const { sent, shown, received } = facts
  const findings = Object.fromEntries(Object.keys(findingKinds).map((kind) => [kind, [] as string[]])) as Verdict['findings']
  const note = (kind: FindingKind, what: string) => void findings[kind].push(what)
  countStored(facts, note)
  countConversations(facts, note)
  countAnswers(facts, note)
  countSends(facts, note)
  for (let index = 0; index < shown.deadLetters; index++) note('dead letter', String(index))
  return {
    acknowledged: sent.length,
    conversations: shown.conversations.length,
    stored: shown.messages.filter((message) => message.direction === 'in').length,
    answers: shown.messages.filter((message) => message.direction === 'out').length,
    taken: received.length,
    lostAnswers: received.filter((message) => message.answer === 'lost').length,
    uncertain: shown.listed.filter((entry) => entry.state === 'uncertain').length,
    findings,
  }
}

type Note = (kind: FindingKind, what: string) => void

const countStored = ({ sent, shown }: Facts, note: Note): void => {
  const stored = group(
    shown.messages.filter((message) => message.direction === 'in'),
    (message) => message.providerMessageId ?? '',
  )
  for (const message of sent) {
    const found = stored.get(message.id) ?? []
    if (found.length === 0) note('acknowledged, not stored', message.id)
    if (found.length > 1) note('stored twice', message.id)
    if (found.some((one) => one.profileName !== message.person.profileName || one.channelId !== message.person.number.channelId))
      note('in another person’s conversation', message.id)
  }
}

const countConversations = ({ sent, shown }: Facts, note: Note): void => {
  const place = new Map(sent.map((message) => [message.id, message.n]))
  const byPerson = group(shown.conversations, (conversation) => conversation.profileName)
  for (const name of new Set(sent.map(({ person }) => person.profileName))) if (byPerson.get(name)?.length !== 1) note('not one conversation per person', name)
  for (const [conversationId, thread] of group(shown.messages, (message) => message.conversationId)) {
    const inOrder = thread.filter((message) => message.direction === 'in').toSorted((one, other) => one.seq - other.seq)
    if (!isRising(inOrder.map((message) => place.get(message.providerMessageId ?? '') ?? 0))) note('messages out of order', conversationId)
  }
}

/** Each turn has one outgoing message in its thread, and that one arrived, or is listed as one whose fate is not known. */
const countAnswers = ({ sent, shown, received }: Facts, note: Note): void => {
  const answers = group(
    shown.messages.filter((message) => message.direction === 'out'),
    (message) => `${message.profileName}\n${message.text}`,
  )
  const taken = new Set(received.map((message) => message.clientRef))
  const listed = new Map(shown.listed.map((entry) => [entry.id, entry.state]))
  const stored = new Set(shown.messages.map((message) => message.providerMessageId))
  // A message that was not stored is one loss, not two.
  for (const message of sent.filter(({ id }) => stored.has(id))) {
    const found = answers.get(`${message.person.profileName}\n${answerTo(message)}`) ?? []
    if (found.length === 0) note('turn without an answer', message.id)
    if (found.length > 1) note('turn answered twice', message.id)
    for (const answer of found) countFate(answer, { isTaken: taken.has(answer.id), state: listed.get(answer.id) ?? null }, note)
  }
}

const countFate = (answer: StoredMessage, { isTaken, state }: { isTaken: boolean; state: 'uncertain' | 'failed' | null }, note: Note): void => {
  if (!isTaken && state === null) note('answer neither taken nor listed', answer.id)
  if (state === 'failed') note('failed without a cause', answer.id)
}

const countSends = ({ sent, shown, received, withReceipts }: Facts, note: Note): void => {
  const status = new Map(shown.messages.map((message) => [message.id, message]))
  const uncertain = new Set(shown.listed.map((entry) => entry.id))
  const asked = new Map(sent.map((message) => [answerTo(message), message]))
  for (const [reference, copies] of group(received, (message) => message.clientRef ?? message.wamid)) {
    if (copies.length > 1) note('sent twice', reference)
    const shownAs = status.get(reference)
    const isProven = shownAs && withReceipts.has(shownAs.channelId)
    if (isProven && shownAs.status !== 'read') note('receipt not shown', reference)
    if (!isProven && copies.some((copy) => copy.answer === 'lost') && !uncertain.has(reference)) note('uncertain, not listed', reference)
  }
  for (const [to, messages] of group(received, (message) => message.to)) {
    if (messages.some((message) => asked.get(message.text)?.person.phone !== to)) note('answer to the wrong person', to)
    if (!isRising(messages.map((message) => asked.get(message.text)?.n ?? 0)) && new Set(messages.map((message) => message.text)).size === messages.length)
      note('answers out of order', to)
  }
}

/** How many findings mean a loss, a duplicate, or something else that is wrong. */
export const total = ({ findings }: Verdict, severity: Severity): number =>
  Object.entries(findingKinds).reduce((sum, [kind, means]) => sum + (means === severity ? findings[kind as FindingKind].length : 0), 0)

export const isSound = (verdict: Verdict): boolean => total(verdict, 'lost') + total(verdict, 'duplicated') + total(verdict, 'wrong') === 0
