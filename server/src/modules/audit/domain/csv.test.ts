import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellOf, lineOf } from './csv.ts'

test('a cell that a spreadsheet would run becomes text', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '\n=cmd']) assert.ok(cellOf(formula).startsWith(`"'`), JSON.stringify(formula))
  for (const plain of ['Ana', '12', '{"a":1}', 'a=b', '']) assert.equal(cellOf(plain), `"${plain.replaceAll('"', '""')}"`)
})

test('quotes, commas and line ends stay within their cell', () => {
  assert.equal(lineOf(['a"b', 'c,d', 'e\nf', null, 7]), '"a""b","c,d","e\nf","","7"\r\n')
})
