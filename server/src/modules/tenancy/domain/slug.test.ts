import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { slugCandidates, slugOf } from './slug.ts'

const cases: [name: string, slug: string][] = [
  ['Clínica Demo', 'clinica-demo'],
  ['  Peluquería "Ñandú" & Hnos. ', 'peluqueria-nandu-hnos'],
  ['São João 24h', 'sao-joao-24h'],
  ['東京', 'tenant'],
  ['--', 'tenant'],
]

for (const [name, slug] of cases) test(`the slug of ${name} is ${slug}`, () => assert.equal(slugOf(name), slug))

test('every candidate is a host name label that the table accepts, and no two are alike', () => {
  const id = '019a0000-0000-7000-8000-00000000abcd'
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const candidates = slugCandidates(name, id)
      for (const slug of candidates) assert.match(slug, /^[a-z0-9](-?[a-z0-9])*$/)
      assert.ok(candidates.every((slug) => slug.length <= 63))
      assert.equal(new Set(candidates).size, candidates.length)
    }),
  )
})
