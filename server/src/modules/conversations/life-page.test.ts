import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ConversationState } from '@chasqui/contracts'
import { life, lifeActs, type LifeAct } from './domain/life.ts'

const states = ConversationState.options

test('the table in the documentation is this one', () => {
  const shown = (act: LifeAct, state: ConversationState): string => {
    const outcome = life[act][state]
    if (typeof outcome !== 'string') return `${outcome.held} / ${outcome.free}`
    return outcome === 'stays' ? '=' : outcome.includes('.') ? '—' : outcome
  }
  const rows = lifeActs.map((act) => `| ${act.replaceAll('_', ' ')} | ${states.map((state) => shown(act, state)).join(' | ')} |`)
  const table = [`| | ${states.join(' | ')} |`, `|---|${states.map(() => '---').join('|')}|`, ...rows].join('\n')
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/conversation-life.md'), 'utf8')
  assert.ok(page.includes(table), `docs/conversation-life.md must hold:\n${table}`)
})
