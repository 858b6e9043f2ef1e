import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importedRows } from './imported.ts'

test('headings are known in three languages, in any order; the slash of a shortcut is left out', () => {
  assert.deepEqual(importedRows('Título;Mensaje;Atajo\nSaludo;Hola;/hola\n;Chau;chau'), [
    { line: 2, shortcut: 'hola', title: 'Saludo', text: 'Hola', folder: '' },
    { line: 3, shortcut: 'chau', title: 'chau', text: 'Chau', folder: '' },
  ])
  assert.deepEqual(importedRows('atalho,texto,pasta\noi,Olá,Início'), [{ line: 2, shortcut: 'oi', title: 'oi', text: 'Olá', folder: 'Início' }])
})

test('canned responses of a help desk are known by their shape, alone or among what else it gave out', () => {
  const canned = [
    { id: 1, account_id: 1, short_code: 'Precio lista', content: 'Hola {{ contact.name }}, tu número es {{contact.phone_number}}.' },
    { id: 2, short_code: 'chau', content: ' Chau ' },
  ]
  const rows = [
    { line: 1, shortcut: 'precio-lista', title: 'Precio lista', text: 'Hola {{ contact.name }}, tu número es {{contact.phone}}.', folder: '' },
    { line: 2, shortcut: 'chau', title: 'chau', text: 'Chau', folder: '' },
  ]
  assert.deepEqual(importedRows(JSON.stringify(canned)), rows)
  assert.deepEqual(importedRows(JSON.stringify({ payload: canned })), rows)
  for (const other of ['[', '{}', '[1]', '{"payload": [{"short_code": 1}]}']) assert.deepEqual(importedRows(other), { missing: 'shortcut' })
})

test('a table without the headings that are needed says which one is missing', () => {
  assert.deepEqual(importedRows('hola,Hola'), { missing: 'shortcut' })
  assert.deepEqual(importedRows('shortcut\nhola'), { missing: 'text' })
  assert.deepEqual(importedRows(''), { missing: 'shortcut' })
})
