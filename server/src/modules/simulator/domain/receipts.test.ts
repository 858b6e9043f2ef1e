import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Faults } from '@chasqui/contracts'
import { arrivalReceipts, lookReceipts, type ReceiptPlan } from './receipts.ts'

const now = new Date('2026-03-02T12:00:00Z')
const to = { phone: '54911' }
const message = { messageId: 'm1', clientRef: 'ref' }
const told = ({ events, runAt }: ReceiptPlan) => [
  events.map((event) => `${event.messageId} ${event.status} ${event.at.slice(17, 19)}`),
  runAt?.toISOString().slice(17, 19) ?? null,
]
const arrival = (faults: Partial<Faults>) => told(arrivalReceipts(message, to, Faults.parse(faults), now))
const looked = (faults: Partial<Faults>) => told(lookReceipts([message, { messageId: 'm2', clientRef: null }], to, Faults.parse(faults), now))

test('a message is sent and delivered at once', () => assert.deepEqual(arrival({}), [['m1 sent 00', 'm1 delivered 00'], null]))
test('delay moves both the report and what it says', () => assert.deepEqual(arrival({ delaySeconds: 30 }), [['m1 sent 30', 'm1 delivered 30'], '30']))
test('reorder holds the report back and turns it round', () => assert.deepEqual(arrival({ reorder: true }), [['m1 delivered 00', 'm1 sent 00'], '02']))
test('a phone that is off only has the message sent', () => assert.deepEqual(arrival({ neverDeliver: true }), [['m1 sent 00'], null]))
test('a look reads in the order of arrival', () => assert.deepEqual(looked({}), [['m1 read 00', 'm2 read 00'], null]))
test('a look that is reordered starts at the end', () => assert.deepEqual(looked({ reorder: true }), [['m2 read 00', 'm1 read 00'], null]))
test('a customer who hides it reads unnoticed', () => assert.deepEqual(looked({ neverRead: true }), [[], null]))
