import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileName } from './file-name.ts'

const url = 'https://shop.example/files/factura%207.pdf?sig=1'
const told = (disposition: string, type = 'application/pdf') => ({ 'content-disposition': disposition, 'content-type': type })

test('a file is called as its author wants, as its server says, or as its address ends', () => {
  assert.equal(fileName({ name: 'Pedido.pdf', url }, told('attachment; filename="x.pdf"')), 'Pedido.pdf')
  assert.equal(fileName({ name: null, url }, told(`attachment; filename="a \\"b\\".pdf"; filename*=UTF-8''a%C3%B1o.pdf`)), 'año.pdf')
  assert.equal(fileName({ name: null, url }, told('inline; filename="a \\"b\\".pdf"')), 'a "b".pdf')
  assert.equal(fileName({ name: null, url }, told('inline; filename=plain.pdf')), 'plain.pdf')
  assert.equal(fileName({ name: null, url }, {}), 'factura 7.pdf')
  assert.equal(fileName({ name: null, url: 'https://shop.example/' }, {}), null)
  assert.equal(fileName({ name: null, url: 'https://shop.example/%zz' }, {}), '%zz')
})

test('what has no ending gets that of what it is: phones open files by it', () => {
  assert.equal(fileName({ name: 'Pedido 7', url }, {}), 'Pedido 7.pdf')
  assert.equal(fileName({ name: 'Pedido 1.5', url: 'https://shop.example/f' }, { 'content-type': 'application/pdf; x=1' }), 'Pedido 1.5.pdf')
  assert.equal(fileName({ name: 'Foto', url: 'https://shop.example/f' }, told('attachment; filename=IMG.PNG', '')), 'Foto.PNG')
  assert.equal(fileName({ name: 'Nada', url: 'https://shop.example/f' }, {}), 'Nada')
})
