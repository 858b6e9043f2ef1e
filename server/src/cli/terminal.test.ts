import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readTerminalPreferences } from '../config/terminal-preferences.ts'
import { StartError } from '../platform/start-error.ts'
import { tellFailure } from './tell-failure.ts'
import { createTerminal, formatLine } from './terminal.ts'

const open = (json: boolean) => {
  const written: string[] = []
  const terminal = createTerminal({ language: 'en', color: false, mayOpenBrowser: false }, json, (text) => written.push(text))
  return { terminal, written }
}

describe('a line', () => {
  test('has its sign, subject, detail and time in columns', () => {
    assert.match(formatLine({ state: 'ok', subject: 'schema', detail: '12 migrations', ms: 1340 }, false), /^ {2}ok {2}schema {5}12 migrations +1\.3 s$/)
  })
  test('never needs more than 100 columns', () => {
    assert.equal(formatLine({ state: '!!', subject: 'database', detail: 'x'.repeat(300), ms: 12_345 }, false).length, 100)
  })
  test('keeps its sign when it has a colour', () => {
    assert.match(formatLine({ state: 'xx', subject: 'web', detail: '' }, true), /\u001b\[31mxx\u001b\[39m/)
  })
})

describe('the terminal', () => {
  test('speaks to people without --json', () => {
    const { terminal, written } = open(false)
    terminal.say('hello')
    terminal.event({ event: 'ready' })
    assert.deepEqual(written, ['hello\n'])
  })
  test('writes one JSON object a line and nothing else with --json', () => {
    const { terminal, written } = open(true)
    terminal.say('hello')
    terminal.line({ state: 'ok', subject: 'web', detail: 'x' })
    terminal.event({ event: 'ready', port: 3000 })
    assert.deepEqual(written, ['{"event":"ready","port":3000}\n'])
  })
})

describe('preferences', () => {
  test('follow LANG, NO_COLOR and where the person sits', () => {
    assert.equal(readTerminalPreferences({ LANG: 'es_AR.UTF-8' }, true).language, 'es')
    assert.equal(readTerminalPreferences({ LANG: 'es_AR.UTF-8', LC_ALL: 'pt_BR.UTF-8' }, true).language, 'pt')
    assert.equal(readTerminalPreferences({ LANG: 'de_DE.UTF-8' }, true).language, 'en')
    assert.equal(readTerminalPreferences({ NO_COLOR: '1' }, true).color, false)
    assert.equal(readTerminalPreferences({}, false).color, false)
    assert.equal(readTerminalPreferences({ DISPLAY: ':0' }, true).mayOpenBrowser, true)
    assert.equal(readTerminalPreferences({ DISPLAY: ':0', SSH_CONNECTION: 'x' }, true).mayOpenBrowser, false)
    assert.equal(readTerminalPreferences({ DISPLAY: ':0', CI: 'true' }, true).mayOpenBrowser, false)
  })
})

describe('a failure', () => {
  const tell = (error: unknown) => {
    const told: string[] = []
    const code = tellFailure(error, open(false).terminal, (text) => told.push(text))
    return { code, lines: told.join('').trim().split('\n') }
  }
  test('is what, why and what to do, with the exit code of its kind', () => {
    const { code, lines } = tell(new StartError('port', 'What.', 'Why.', 'Do.'))
    assert.equal(code, 2)
    assert.deepEqual(
      lines.map((line) => line.trim()),
      ['xx  What.', 'Why.', 'Do.'],
    )
  })
  const known: [string, unknown, number][] = [
    ['a full disk', Object.assign(new Error('no space'), { code: 'ENOSPC' }), 5],
    ['an unreachable database', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 3],
    ['a name with two unreachable addresses', new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]), 3],
    ['a wrong database password', Object.assign(new Error('password'), { code: '28P01' }), 3],
    ['a database user without the rights to make roles', Object.assign(new Error('permission denied to create role'), { code: '42501' }), 3],
    ['a migration that failed', new Error('migration 0003-x.sql failed: syntax error'), 4],
  ]
  for (const [name, error, expected] of known) test(`${name} has exit code ${expected}`, () => assert.equal(tell(error).code, expected))
})
