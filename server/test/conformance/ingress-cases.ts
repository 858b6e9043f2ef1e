import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { InboundItem, RawWebhook } from '#channels'
import { reactionsOf, receiptsOf, type Act, type ChannelHarness, type Running } from './harness.ts'
import { assertSound, pathsIn, replaced } from './odd-json.ts'

export const itemsOf = (harness: ChannelHarness, webhook: RawWebhook): InboundItem[] => {
  const opened = harness.adapter.open(webhook, harness.account.settings)
  assert.equal(opened.result, 'items', JSON.stringify(opened))
  return opened.result === 'items' ? opened.items : []
}

/** The items of several acts, in one webhook or in as many as the vendor needs. */
export const itemsOfActs = (harness: ChannelHarness, acts: Act[]): InboundItem[] =>
  harness.listened?.(acts) ?? (harness.oneByOne ? acts.map((act) => [act]) : [acts]).flatMap((some) => itemsOf(harness, harness.sign(harness.body(some))))

const hola = (harness: ChannelHarness, id: string, text = 'hola', who = 0): Act => ({ kind: 'text', id, from: harness.customers[who]!, text })

/** What is proven and refused before anything is taken from a webhook. */
export const doorCases = (running: Running): void => {
  describe('at the door', () => {
    it('takes a rightly signed webhook', () => {
      const harness = running()
      assert.equal(itemsOf(harness, harness.sign(harness.body([hola(harness, 'm-1')]))).length, 1)
    })

    it('refuses one without a signature as unsigned', () => {
      const harness = running()
      const webhook = harness.sign(harness.body([hola(harness, 'm-1')]))
      const headers = { ...webhook.headers, [harness.signatureHeader]: undefined }
      assert.equal(harness.adapter.open({ ...webhook, headers }, harness.account.settings).result, 'unsigned')
    })

    it('refuses every other signature as forged: of another body, cut, empty of hex, given twice', () => {
      const harness = running()
      const webhook = harness.sign(harness.body([hola(harness, 'm-1')]))
      const right = String(webhook.headers[harness.signatureHeader])
      const other = harness.sign(harness.body([hola(harness, 'm-2')])).headers[harness.signatureHeader]
      const foreign = harness.provesSenderOnly ? [] : [other]
      for (const wrong of [...foreign, right.slice(0, -1), `${right}0`, right.replace(/[0-9a-f]{8}$/, 'zzzzzzzz'), 'nonsense', ' ', [right, right]]) {
        const opened = harness.adapter.open({ ...webhook, headers: { ...webhook.headers, [harness.signatureHeader]: wrong } }, harness.account.settings)
        assert.equal(opened.result, 'forged', String(wrong))
      }
    })

    it('checks the bytes and not their meaning: one blank more is another body', (test) => {
      const harness = running()
      if (harness.provesSenderOnly) return test.skip('this vendor signs no bytes')
      const webhook = harness.sign(harness.body([hola(harness, 'm-1', '¡Hola! 👋')]))
      assert.equal(itemsOf(harness, webhook).length, 1)
      assert.equal(harness.adapter.open({ ...webhook, body: Buffer.concat([webhook.body, Buffer.from(' ')]) }, harness.account.settings).result, 'forged')
    })

    it('calls signed bytes that are no message of the vendor malformed, and never throws on any', () => {
      const { adapter, account, sign } = running()
      for (const body of ['', '{', 'null', '[]', '"text"', '7']) assert.equal(adapter.open(sign(Buffer.from(body)), account.settings).result, 'malformed', body)
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void adapter.open(sign(Buffer.from(bytes)), account.settings)),
        { numRuns: 200 },
      )
      fc.assert(
        fc.property(fc.json({ maxDepth: 6 }), (json) => void adapter.open(sign(Buffer.from(json)), account.settings)),
        { numRuns: 200 },
      )
    })

    it('survives a body nested a hundred thousand levels deep and NUL characters, and its items can be stored', () => {
      const harness = running()
      const { adapter, account, sign, body } = harness
      const deep = body([hola(harness, 'm-1', 'DEEP')])
        .toString()
        .replace('"DEEP"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)
      const opened = adapter.open(sign(Buffer.from(deep)), account.settings)
      assert.equal(opened.result, 'items')
      const evil = itemsOf(
        harness,
        sign(
          Buffer.from(
            body([hola(harness, 'm-1', 'EVIL')])
              .toString()
              .replace('EVIL', 'a\\u0000b\\ud800c'),
          ),
        ),
      )
      const stored = JSON.stringify([opened, evil])
      assert.doesNotMatch(stored, /\\u0000|\\ud800/, 'the database takes neither')
      for (const item of evil) assert.ok(adapter.interpret(item.payload, account.settings).length > 0)
    })
  })
}

/** Splitting, names and lanes of what arrives. */
export const ingressCases = (running: Running): void => {
  describe('what arrives', () => {
    it('names an item alike whenever and however often it is delivered, alone or in a batch', () => {
      const harness = running()
      const single = itemsOfActs(harness, [hola(harness, 'm-1')])
      const again = itemsOfActs(harness, [hola(harness, 'm-1')])
      const batch = itemsOfActs(harness, [hola(harness, 'm-0'), hola(harness, 'm-1')])
      assert.equal(again[0]!.eventId, single[0]!.eventId)
      assert.ok(batch.some((item) => item.eventId === single[0]!.eventId))
    })

    it('splits a batch into one item per message and status, each with a name of its own', () => {
      const harness = running()
      const acts: Act[] = [
        hola(harness, 'm-1'),
        hola(harness, 'm-2', 'hola', 1),
        ...receiptsOf(harness),
        { kind: 'unknown', id: 'm-3', from: harness.customers[0]! },
      ]
      const items = itemsOfActs(harness, acts)
      assert.equal(items.length, acts.length)
      assert.equal(new Set(items.map((item) => item.eventId)).size, acts.length)
    })

    it('keeps one person on one lane, apart from others, and the statuses of a message on one lane', () => {
      const harness = running()
      const acts: Act[] = [
        hola(harness, 'm-1'),
        { kind: 'unknown', id: 'm-2', from: harness.customers[0]! },
        ...reactionsOf(harness, { kind: 'reaction', id: 'm-3', from: harness.customers[0]!, target: 'out-1', emoji: '👍' }),
        hola(harness, 'm-4', 'hola', 1),
      ]
      const keys = itemsOfActs(harness, acts).map((item) => item.orderKey)
      const other = keys.pop()
      assert.equal(new Set(keys).size, 1)
      assert.ok(!keys.includes(other!))
      const statuses = itemsOfActs(harness, receiptsOf(harness))
      assert.ok(new Set(statuses.map((item) => item.orderKey)).size <= 1)
      assert.ok(
        statuses.every((item) => item.bulk),
        'statuses travel in bulk',
      )
    })

    it('gives items that can be stored, whatever stands in a field', (test) => {
      const harness = running()
      if (harness.listened) return test.skip('nothing is posted here')
      const { adapter, account, sign, body } = harness
      const from = harness.customers[0]!
      const acts: Act[] = [
        hola(harness, 'm-1'),
        ...reactionsOf(harness, { kind: 'reaction', id: 'm-2', from, target: 'out-1', emoji: '👍' }),
        ...receiptsOf(harness),
      ]
      for (const act of acts) {
        const whole: unknown = JSON.parse(body([act]).toString())
        for (const path of pathsIn(whole))
          for (const by of ['a\u0000b\ud800c', 'é'.repeat(70_000)]) {
            const opened = adapter.open(sign(Buffer.from(JSON.stringify(replaced(whole, path, by)))), account.settings)
            for (const item of opened.result === 'items' ? opened.items : []) {
              assert.doesNotMatch(
                JSON.stringify([item.eventId, item.orderKey, item.payload]),
                /\\u0000|\\ud800/,
                `${path.join('.')}: the database takes neither`,
              )
              assert.ok(item.eventId.length <= 500 && item.orderKey.length <= 500, path.join('.'))
              assertSound(adapter.interpret(item.payload, account.settings))
            }
          }
      }
    })

    it('gives items that survive storing as JSON', () => {
      const harness = running()
      const items = itemsOfActs(harness, [hola(harness, 'm-1', 'ñ 👋🏽')])
      assert.deepEqual(JSON.parse(JSON.stringify(items)), items)
    })
  })
}
