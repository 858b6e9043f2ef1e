import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outputsOf } from './outputs.ts'
import { freshStep, nothing, offeredTypes, stepTypes, withOwnVariable } from './step-types.ts'

void test('every step type that the builder offers can be begun, and leads nowhere yet', () => {
  for (const type of offeredTypes) {
    const fresh = freshStep(type, 'start', (number) => `Opción ${number}`)
    for (const { next, mustLead } of outputsOf(fresh)) assert.equal(next, mustLead ? 'start' : null, type)
  }
})

void test('what customers would read is still to be written', () => {
  const message = freshStep('message', 'start', String)
  assert.ok(message.type === 'message' && message.text === nothing)
  const menu = freshStep('menu', 'start', (number) => `Opción ${number}`)
  assert.ok(menu.type === 'menu' && menu.options[0]?.label === 'Opción 1')
})

void test('every type can be begun here', () => {
  assert.deepEqual(offeredTypes.toSorted(), stepTypes.toSorted())
})

void test('an answer is kept under a word of the person’s own language', () => {
  const asked = withOwnVariable(freshStep('input', 'start', String), 'respuesta')
  assert.ok(asked.type === 'input' && asked.saveAs === 'respuesta')
  const call = freshStep('api_call', 'start', String)
  assert.equal(withOwnVariable(call, 'respuesta'), call)
})
