import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { auditActions } from '@chasqui/contracts'
import { kinds } from './kinds.ts'

for (const language of ['es', 'pt-BR', 'en'])
  test(`every action of the trail has a text in ${language}`, () => {
    const { action } = JSON.parse(readFileSync(new URL(`texts/${language}.json`, import.meta.url), 'utf8')) as {
      action: Record<string, Record<string, string>>
    }
    for (const code of auditActions) {
      const [subject = '', act = ''] = code.split('.')
      assert.ok(action[subject]?.[act], `${code} has no text`)
    }
  })

test('every kind of act can be filtered for', () => {
  assert.deepEqual([...kinds].sort(), [...new Set(auditActions.map((code) => code.split('.')[0]))].sort())
})
