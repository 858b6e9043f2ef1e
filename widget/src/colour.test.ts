import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contrast, repaired } from './colour.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test('whatever colour a brand has, it can be read on light and on dark ground, and so can the words on it', () => {
  fc.assert(
    fc.property(anyColour, fc.constantFrom('#ffffff', '#171b23'), (brand, ground) => {
      const { onBrand, accent, onAccent } = repaired(brand, ground)
      assert.ok(contrast(brand, onBrand) >= 4.5, `${onBrand} on ${brand}`)
      assert.ok(contrast(accent, ground) >= 4.5, `${accent} on ${ground}`)
      assert.ok(contrast(accent, onAccent) >= 4.5, `${onAccent} on ${accent}`)
    }),
    { numRuns: 2000 },
  )
})

test('a colour that can be read stays as it is; as a ground every colour does', () => {
  assert.deepEqual(repaired('#2A54C8', '#ffffff'), { brand: '#2a54c8', onBrand: '#ffffff', accent: '#2a54c8', onAccent: '#ffffff' })
  assert.equal(repaired('#ffe600', '#ffffff').brand, '#ffe600')
})
