import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointIn } from './point.ts'

test('a place is read from its two numbers or from the address of a map', () => {
  const obelisk = { latitude: -34.6037, longitude: -58.3816 }
  for (const text of [
    '-34.6037, -58.3816',
    ' -34.6037 -58.3816 ',
    '-34.6037;-58.3816',
    'https://maps.example/place/Obelisco+9+de+Julio/@-34.6037,-58.3816,17z',
    'https://maps.example/?q=-34.6037,-58.3816',
  ])
    assert.deepEqual(pointIn(text), obelisk, text)
  for (const text of ['', 'Obelisco', '-34.6037', '91, 0', '0, 181', 'Corrientes 1000, 2', '1,2,3']) assert.equal(pointIn(text), null, text)
})
