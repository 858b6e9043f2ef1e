import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { at, readPath } from './path.ts'
import { pathsIn, variableFor, writePath } from './paths-in.ts'

test('the places of an answer are told with what stands there', () => {
  const body = JSON.stringify({ data: { items: [{ name: 'Café', price: 3.5 }], 'odd name': true, none: null }, ok: false })
  assert.deepEqual(pathsIn(body), [
    { path: 'data.items[0].name', value: 'Café' },
    { path: 'data.items[0].price', value: '3.5' },
    { path: 'data["odd name"]', value: 'true' },
    { path: 'ok', value: 'false' },
  ])
  assert.deepEqual(pathsIn('"hola"'), [{ path: '$', value: 'hola' }])
  assert.deepEqual(pathsIn('<html>'), [])
})

test('whatever is offered leads to what was shown, and a large answer stays short', () => {
  fc.assert(
    fc.property(fc.json(), (body) => {
      for (const { path, value } of pathsIn(body)) {
        const steps = readPath(path)
        assert.ok(steps, path)
        assert.ok(
          String(at(JSON.parse(body), steps))
            .toWellFormed()
            .startsWith(value.slice(0, 59)),
          path,
        )
      }
    }),
  )
  assert.equal(pathsIn(JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`k${n}`, n])))).length, 200)
})

test('a path is written as it is read', () => {
  const step = fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.nat({ max: 999 }))
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const path = writePath(steps)
      if (path !== null) assert.deepEqual(readPath(path), steps)
    }),
  )
})

test('a variable gets the last name of its path, and never one that is there already', () => {
  assert.equal(variableFor('data.items[0].name', []), 'name')
  assert.equal(variableFor('data.items[0]', ['items']), 'items_2')
  assert.equal(variableFor('["preço total"]', []), 'preco_total')
  assert.equal(variableFor('$', []), 'value')
  fc.assert(fc.property(fc.string(), (path) => assert.match(variableFor(path, []), /^[a-zA-Z_][a-zA-Z0-9_.]{0,59}$/)))
})
