import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Happening } from '#channels'
import { messageIdIn, reactionsOf, receiptsOf, type Act, type ChannelHarness, type Running } from './harness.ts'
import { itemsOfActs } from './ingress-cases.ts'
import { assertSound, pathsIn, replaced } from './odd-json.ts'

export const happeningsOf = (harness: ChannelHarness, acts: Act[]): Happening[] =>
  itemsOfActs(harness, acts).flatMap((item) => harness.adapter.interpret(JSON.parse(JSON.stringify(item.payload)), harness.account.settings))

const only = <Type extends Happening['type']>(harness: ChannelHarness, act: Act, type: Type): Extract<Happening, { type: Type }> => {
  // What a receipt says about messages before it comes beside what it says about its own.
  const happenings = happeningsOf(harness, [act]).filter((happening) => happening.type !== 'status_until')
  assert.equal(happenings.length, 1, JSON.stringify(happenings))
  assert.equal(happenings[0]!.type, type, JSON.stringify(happenings))
  return happenings[0] as Extract<Happening, { type: Type }>
}

/** What items mean. */
export const meaningCases = (running: Running): void => {
  describe('what it means', () => {
    it('hears a text from its author, word for word, with what it answers', () => {
      const harness = running()
      for (const customer of harness.customers) {
        const heard = only(harness, { kind: 'text', id: 'm-1', from: customer, text: '  ¿Tenés turno? 👋🏽\n', quotes: 'out-1' }, 'message')
        assert.deepEqual(heard.content, { type: 'text', text: '  ¿Tenés turno? 👋🏽\n' })
        assert.deepEqual(
          [heard.providerMessageId, heard.quotes, heard.origin],
          [messageIdIn(harness, 'm-1', customer), messageIdIn(harness, 'out-1', customer), 'contact'],
        )
        assert.deepEqual(heard.from[0], customer)
      }
    })

    it('shows a type that it does not know as unsupported, with all that came', () => {
      const harness = running()
      const heard = only(harness, { kind: 'unknown', id: 'm-1', from: harness.customers[0]! }, 'message')
      assert.equal(heard.content.type, 'unsupported')
      assert.ok(heard.content.type === 'unsupported' && heard.content.raw !== undefined)
    })

    it('tells reactions and their removal', (test) => {
      const harness = running()
      if (harness.lacks?.includes('reactions')) return test.skip('nobody reacts here')
      const from = harness.customers[0]!
      assert.equal(only(harness, { kind: 'reaction', id: 'm-1', from, target: 'out-1', emoji: '❤️' }, 'reaction').emoji, '❤️')
      const removed = only(harness, { kind: 'reaction', id: 'm-2', from, target: 'out-1', emoji: null }, 'reaction')
      assert.deepEqual([removed.emoji, removed.providerMessageId], [null, messageIdIn(harness, 'out-1', from)])
    })

    it('tells each status by its name and message, failures with a reason', () => {
      const harness = running()
      for (const act of receiptsOf(harness)) {
        const told = only(harness, act, 'status')
        assert.deepEqual([told.status, told.providerMessageId], [act.kind === 'status' && act.status, 'out-1'])
        assert.equal(told.error !== null, told.status === 'failed')
      }
    })

    it('says the same about the same payload', () => {
      const harness = running()
      const acts: Act[] = [{ kind: 'text', id: 'm-1', from: harness.customers[0]!, text: 'hola' }, ...receiptsOf(harness)]
      const payloads = itemsOfActs(harness, acts).map((item) => item.payload)
      const say = () => payloads.map((payload) => harness.adapter.interpret(payload, harness.account.settings))
      assert.deepEqual(say(), say())
    })

    it('makes something sound of any JSON', () => {
      const { adapter, account } = running()
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 5 }), (payload) => assertSound(adapter.interpret(payload, account.settings))),
        { numRuns: 500 },
      )
    })

    it('makes something sound of its own payloads with any part replaced', () => {
      const harness = running()
      const from = harness.customers[0]!
      const acts: Act[] = [
        { kind: 'text', id: 'm-1', from, text: 'hola', quotes: 'q' },
        ...reactionsOf(harness, { kind: 'reaction', id: 'm-2', from, target: 't', emoji: '👍' }),
        ...receiptsOf(harness, 'o'),
        { kind: 'unknown', id: 'm-3', from },
      ]
      const payloads = itemsOfActs(harness, acts).map((item) => item.payload)
      const spots = payloads.flatMap((payload) => pathsIn(payload).map((path) => ({ payload, path })))
      const evil = fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom(
          'constructor',
          '__proto__',
          '',
          ' ',
          '../..',
          -1,
          1e308,
          '99999999999999999999',
          null,
          [],
          {},
          { toString: 0, valueOf: 0 },
          'é'.repeat(70_000),
        ),
      )
      fc.assert(
        fc.property(fc.constantFrom(...spots), evil, ({ payload, path }, replacement) =>
          assertSound(harness.adapter.interpret(replaced(payload, path, replacement), harness.account.settings)),
        ),
        { numRuns: 2000 },
      )
    })
  })
}
