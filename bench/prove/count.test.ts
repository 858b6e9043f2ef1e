import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Received } from '../../server/test/doubles/graph-api/ledger.ts'
import type { ConnectedNumber } from '../product/connect-number.ts'
import type { Shown, StoredMessage } from './collect.ts'
import { count, isSound, total, type FindingKind } from './count.ts'
import { answerTo, messageOf, personOf, type PlannedMessage } from './plan.ts'

const number = (id: string): ConnectedNumber => ({ channelId: id, phoneNumberId: id, businessAccountId: 'waba', appSecret: 'secret', webhookUrl: '' })
const people = [personOf(1, 'person', number('with receipts')), personOf(2, 'person', number('without'))]
const sent = people.flatMap((person) => [messageOf(person, 1), messageOf(person, 2)])

const idOf = ({ person, n }: PlannedMessage): string => `answer to ${person.profileName} ${n}`
const stored = (message: PlannedMessage): StoredMessage[] => {
  const { profileName, number } = message.person
  const common = { conversationId: profileName, profileName, channelId: number.channelId }
  return [
    { ...common, id: message.id, seq: message.n * 2 - 1, direction: 'in', text: message.text, status: 'received', providerMessageId: message.id },
    { ...common, id: idOf(message), seq: message.n * 2, direction: 'out', text: answerTo(message), status: 'read', providerMessageId: null },
  ]
}
const taken = (message: PlannedMessage): Received => ({
  seq: 0,
  at: 0,
  phoneNumberId: message.person.number.phoneNumberId,
  to: message.person.phone,
  type: 'text',
  text: answerTo(message),
  wamid: `wamid ${idOf(message)}`,
  clientRef: idOf(message),
  quotes: null,
  answer: 'given',
  body: null,
})

/** What a product shows that did everything right; `change` spoils it. */
const judge = (change: (shown: Shown, received: Received[]) => void = () => {}) => {
  const conversations = people.map(({ profileName, number }) => ({ id: profileName, profileName, channelId: number.channelId }))
  const shown: Shown = { conversations, messages: sent.flatMap(stored), listed: [], deadLetters: 0 }
  const received = sent.map(taken)
  change(shown, received)
  return count({ sent, shown, received, withReceipts: new Set(['with receipts']) })
}
const found = (verdict: ReturnType<typeof judge>): FindingKind[] =>
  Object.entries(verdict.findings).flatMap(([kind, items]) => (items.length > 0 ? [kind as FindingKind] : []))
const without = (shown: Shown, id: string) => void (shown.messages = shown.messages.filter((message) => message.id !== id))

describe('the count of a proof', () => {
  test('finds nothing wrong where nothing is', () => {
    const verdict = judge()
    assert.deepEqual(found(verdict), [])
    assert.ok(isSound(verdict))
    assert.deepEqual([verdict.acknowledged, verdict.stored, verdict.answers, verdict.taken], [4, 4, 4, 4])
  })

  const faults: [string, FindingKind[], (shown: Shown, received: Received[]) => void][] = [
    ['a message that is gone', ['acknowledged, not stored'], (shown) => without(shown, sent[0]!.id)],
    ['a turn that said nothing', ['turn without an answer'], (shown, received) => (without(shown, idOf(sent[0]!)), void received.shift())],
    ['an answer that never left and is in no list', ['answer neither taken nor listed'], (_, received) => void received.pop()],
    ['a receipt that had no effect', ['receipt not shown'], (shown) => void (shown.messages[1]!.status = 'sent')],
    [
      'a message that is there twice',
      ['stored twice'],
      (shown) => void shown.messages.push({ ...shown.messages[2]!, id: 'again', seq: 9, conversationId: 'elsewhere' }),
    ],
    [
      'a turn that answered twice',
      ['turn answered twice'],
      (shown, received) => {
        shown.messages.push({ ...shown.messages[7]!, id: 'second answer', seq: 9 })
        received.push({ ...received[3]!, clientRef: 'second answer' })
      },
    ],
    ['a message that was sent twice', ['sent twice'], (_, received) => void received.push(received[3]!)],
    [
      'two conversations of one person',
      ['not one conversation per person'],
      (shown) => void shown.conversations.push({ ...shown.conversations[0]!, id: 'second' }),
    ],
    ['a message at somebody else’s', ['in another person’s conversation'], (shown) => void (shown.messages[0]!.profileName = 'person 00002')],
    ['an order that was lost', ['messages out of order'], (shown) => void (shown.messages[0]!.seq = 8)],
    ['answers in another order', ['answers out of order'], (_, received) => void received.reverse()],
    ['an answer to somebody else', ['answer to the wrong person'], (_, received) => void (received[0]!.to = '1')],
    ['an uncertain one that nobody is told of', ['uncertain, not listed'], (_, received) => void (received[3]!.answer = 'lost')],
    ['a failure without a cause', ['failed without a cause'], (shown) => void shown.listed.push({ id: idOf(sent[3]!), state: 'failed' })],
    ['work that was given up', ['dead letter'], (shown) => void (shown.deadLetters = 1)],
  ]
  for (const [name, kinds, change] of faults) {
    test(`finds ${name}`, () => {
      const verdict = judge(change)
      assert.deepEqual(found(verdict), kinds)
      assert.ok(!isSound(verdict))
    })
  }

  test('takes an answer whose fate is listed as uncertain for no loss', () => {
    const verdict = judge((shown, received) => {
      received.pop()
      shown.listed.push({ id: idOf(sent[3]!), state: 'uncertain' })
    })
    assert.deepEqual([isSound(verdict), verdict.uncertain, total(verdict, 'lost')], [true, 1, 0])
  })
})
