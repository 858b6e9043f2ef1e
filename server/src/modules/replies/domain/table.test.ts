import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTable } from './table.ts'

const fieldsOf = (text: string) => readTable(text).map(({ fields }) => fields)

test('commas, semicolons and tabs separate; quotes hold them, breaks and quotes', () => {
  assert.deepEqual(fieldsOf('a,b\n1,2\n'), [
    ['a', 'b'],
    ['1', '2'],
  ])
  assert.deepEqual(fieldsOf('\uFEFFatajo;texto\r\nhola;"Hola, ¿cómo\r\nestás? ""bien"""'), [
    ['atajo', 'texto'],
    ['hola', 'Hola, ¿cómo\nestás? "bien"'],
  ])
  assert.deepEqual(fieldsOf('a\tb\n1\t2'), [
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('lines are those of the text, also after a field of several lines; empty ones are nothing', () => {
  assert.deepEqual(
    readTable('a,b\n\n"x\ny",1\n ,\nz,2').map(({ line }) => line),
    [1, 3, 6],
  )
  assert.deepEqual(readTable(''), [])
})

test('whatever is written in quotes is read back', () => {
  const cell = fc.string().filter((text) => text.trim() !== '' && !text.includes('\r'))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n')
      assert.deepEqual(fieldsOf(text).slice(1), rows)
    }),
  )
})
