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

test('a table without the headings that are needed says which one is missing', () => {
  assert.deepEqual(importedRows('hola,Hola'), { missing: 'shortcut' })
  assert.deepEqual(importedRows('shortcut\nhola'), { missing: 'text' })
  assert.deepEqual(importedRows(''), { missing: 'shortcut' })
})
