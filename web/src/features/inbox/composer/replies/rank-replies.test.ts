import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rankReplies } from './rank-replies.ts'

const replies = [
  { shortcut: 'precios', title: 'Precios', text: 'Hola, los precios son…' },
  { shortcut: 'hola-largo', title: 'Saludo largo', text: 'Buenas' },
  { shortcut: 'hola', title: 'Saludo', text: 'Hola' },
  { shortcut: 'mañana', title: 'Hasta mañana', text: 'Chau' },
]
const found = (words: string) => rankReplies(replies, words).map(({ shortcut }) => shortcut)

test('the very shortcut comes first, then its beginning, the title, the text; accents do not matter', () => {
  assert.deepEqual(found('hola'), ['hola', 'hola-largo', 'precios'])
  assert.deepEqual(found('manana'), ['mañana'])
  assert.deepEqual(found('saludo'), ['hola-largo', 'hola'])
  assert.deepEqual(found('nada de eso'), [])
})

test('without words all of them, in their order', () => {
  assert.deepEqual(found(''), ['precios', 'hola-largo', 'hola', 'mañana'])
})
