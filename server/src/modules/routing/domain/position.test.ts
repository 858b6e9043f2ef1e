import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedWait, isNews, medianOf, positionText } from './position.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('a place in the line is told at once, then when it changed by half, and not within two minutes', () => {
  assert.ok(isNews(null, 8, at(0)))
  assert.ok(!isNews({ position: 8, at: at(0) }, 5, at(600)))
  assert.ok(isNews({ position: 8, at: at(0) }, 4, at(120)))
  assert.ok(!isNews({ position: 8, at: at(0) }, 1, at(119)))
  assert.ok(isNews({ position: 8, at: at(0) }, 12, at(600)), 'also when others were let in before them')
  assert.ok(isNews({ position: 1, at: at(0) }, 2, at(600)))
})

test('the wait is expected from the last ones: median × position / people who are there', () => {
  assert.equal(medianOf([]), null)
  assert.equal(medianOf([3, 1, 2]), 2)
  assert.equal(medianOf([1, 2, 3, 4]), 2.5)
  assert.equal(expectedWait([60, 120, 600], 3, 2), 180)
  assert.equal(expectedWait([], 3, 2), null)
  assert.equal(expectedWait([60], 3, 0), null)
})

test('it is told in the language of whoever waits', () => {
  assert.equal(positionText('pt-BR', 2, 90), 'Seu lugar na fila: 2. Espera aproximada: 2 min.')
  assert.equal(positionText('en', 1, 20), 'Your place in line: 1. Approximate wait: 1 min.')
  assert.equal(positionText(null, 3, null), 'Tu lugar en la fila: 3.')
})
