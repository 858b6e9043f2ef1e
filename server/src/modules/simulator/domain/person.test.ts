import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { likelyLanguage, onTheWire, personOf } from './person.ts'

const cases: [from: { phone: string; userId?: string }, key: string | null][] = [
  [{ phone: '+54 9 11 2345-6789' }, '5491123456789'],
  [{ phone: '(0054) 911' }, '0054911'],
  [{ phone: '12' }, null],
  [{ phone: '1'.repeat(21) }, null],
  [{ phone: '', userId: 'AR.x81' }, 'AR.x81'],
  [{ phone: 'AR.x81' }, 'AR.x81'],
  [{ phone: '549112', userId: 'AR.x81' }, '549112'],
  [{ phone: '', userId: 'a b' }, null],
  [{ phone: '', userId: '4711' }, null],
  [{ phone: '' }, null],
  [{ phone: '+-()' }, null],
]
for (const [from, key] of cases) test(`${JSON.stringify(from)} is ${key ?? 'nobody'}`, () => assert.equal(personOf(from)?.key ?? null, key))

test('the key of a phone is understood as the same phone', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (phone, userId) => {
      const person = personOf({ phone, userId })
      if (person) assert.equal(personOf({ phone: person.key })?.key, person.key)
    }),
  )
  assert.equal(personOf({ phone: personOf({ phone: '', userId: 'x_1' })!.key })?.userId, 'x_1')
})

test('a name that is only the number is no name', () => {
  const person = personOf({ phone: '54911' })!
  assert.deepEqual(onTheWire(person, '54911'), { phone: '54911' })
  assert.deepEqual(onTheWire(person, 'Ana'), { phone: '54911', name: 'Ana' })
})

const languages: [phone: string, language: string][] = [
  ['5491123456789', 'es'],
  ['5511987654321', 'pt-BR'],
  ['351912345678', 'pt-BR'],
  ['14155550100', 'en'],
  ['447700900123', 'en'],
  ['34600111222', 'es'],
  ['AR.x81', 'es'],
]
for (const [phone, language] of languages) test(`${phone} most likely speaks ${language}`, () => assert.equal(likelyLanguage(phone), language))
