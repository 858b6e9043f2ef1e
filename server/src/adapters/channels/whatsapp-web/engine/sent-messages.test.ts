import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createSentMessages } from './sent-messages.ts'
import type { KeyAccess } from './stored-keys.ts'

/** Keys in memory that outlive lines. */
const memory = () => {
  const kept = new Map<string, string>()
  const access: KeyAccess = {
    load: async (kind, ids) => Object.fromEntries(ids.flatMap((id) => (kept.has(`${kind} ${id}`) ? [[id, kept.get(`${kind} ${id}`)]] : []))),
    store: async (values) => {
      for (const [kind, given] of Object.entries(values))
        for (const [id, json] of Object.entries(given)) if (json === null) kept.delete(`${kind} ${id}`); else kept.set(`${kind} ${id}`, json) // prettier-ignore
    },
  }
  return { access, kept: (kind: string) => [...kept.keys()].filter((name) => name.startsWith(`${kind} `)) }
}

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('send' as const), id: fc.integer({ min: 0, max: 400 }) }),
    fc.record({ act: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ act: fc.constantFrom('restart' as const, 'clean' as const) }),
  ),
  { maxLength: 150 },
)

test('what was sent lately is found, also after restarts; what is too old or too much is gone, and nothing is left behind of it', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (acts) => {
      const { access, kept } = memory()
      const [keptMs, most] = [100, 20]
      let time = 1000
      const begin = () => createSentMessages({ access, now: () => time, keptMs, most })
      let sent = begin()
      let expected: { id: string; at: number }[] = []
      for (const one of acts) {
        if (one.act === 'send') {
          // An id is sent once, but for repeats close together.
          const id = expected.some((other) => other.id === String(one.id)) ? `${one.id}-${time}-${expected.length}` : String(one.id)
          await sent.keep(id, { conversation: `text ${id}` })
          expected = [...expected, { id, at: time }].slice(-most)
        } else if (one.act === 'wait') time += one.ms
        else if (one.act === 'restart') sent = begin()
        else await sent.clean()
        expected = expected.filter(({ at }) => at > time - keptMs)
        for (const { id } of expected) assert.equal((await sent.find(id))?.conversation, `text ${id}`)
        assert.ok(kept('sent').length <= most)
      }
      await sent.clean()
      assert.equal(kept('sent').length, expected.length)
      assert.equal(kept('sent-order').length, expected.length + (kept('sent-order').includes('sent-order ends') ? 1 : 0))
    }),
    { numRuns: 60 },
  )
})

test('many that are too old go, however long nobody looked', async () => {
  const { access, kept } = memory()
  let time = 0
  const sent = createSentMessages({ access, now: () => time })
  for (let count = 0; count < 120; count++) await sent.keep(`m${count}`, { conversation: 'x' })
  time = 8 * 24 * 60 * 60_000
  await createSentMessages({ access, now: () => time }).clean()
  assert.deepEqual([...kept('sent'), ...kept('sent-order')], ['sent-order ends'])
})
