import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowNode } from '@chasqui/contracts'
import { limitsOfAll, optionLimits, shownAs, tightest } from './limits.ts'

const menu = (labels: string[], style: 'auto' | 'buttons' | 'list' = 'auto'): Extract<FlowNode, { type: 'menu' }> => ({
  type: 'menu',
  text: '¿Qué?',
  style,
  options: labels.map((label, index) => ({ id: `${index}`, label, words: [], next: null })),
  retries: 2,
  onInvalid: null,
})

void test('three short options are buttons, more are a list, and what fits neither is numbered', () => {
  assert.equal(shownAs(menu(['Sí', 'No', 'Otro']), tightest), 'buttons')
  assert.equal(shownAs(menu(['Sí', 'No', 'Otro', 'Más']), tightest), 'list')
  assert.equal(shownAs(menu(['Una opción que es más larga que una fila']), tightest), 'numbers')
})

void test('a forced style keeps its limit, however long the words are', () => {
  assert.equal(optionLimits(menu(['Una opción que es más larga que una fila'], 'buttons'), tightest).label, 20)
  assert.equal(optionLimits(menu(['a'], 'list'), tightest).label, 24)
})

void test('without a channel the tightest counts', () => assert.deepEqual(limitsOfAll([]), tightest))
