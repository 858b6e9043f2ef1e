import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOf, instantOfField } from './field-instant.ts'

test("a chosen time is read on the tenant's clock and shown on it again", () => {
  const at = instantOfField('2026-03-12T09:30', 'America/Sao_Paulo')
  assert.equal(at, '2026-03-12T12:30:00.000Z')
  assert.equal(fieldOf(Date.parse(at ?? ''), 'America/Sao_Paulo'), '2026-03-12T09:30')
  assert.equal(instantOfField('soon', 'UTC'), null)
})
