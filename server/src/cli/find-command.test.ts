import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { StartError } from '../platform/start-error.ts'
import { findCommand, parseRest } from './find-command.ts'

const read = async (...words: string[]) => parseRest(await findCommand(words))

describe('a command line', () => {
  test('finds commands of one and two words, with options before or after', async () => {
    assert.equal((await findCommand(['start', '--json'])).command.usage.split(' ')[0], 'start')
    assert.equal((await findCommand(['--json', 'admin', 'link'])).name, 'admin link')
  })

  test('gives the words after the command, also one that repeats it', async () => {
    const { values, words } = await read('tenant', 'create', 'create', '--country', 'MX')
    assert.deepEqual([values['country'], words], ['MX', ['create']])
  })

  const wrong: [string, string[], RegExp][] = [
    ['an unknown command', ['admin', 'lnk'], /Commands: admin link/],
    ['an unknown option', ['start', '--port'], /Write: chasqui start/],
    ['a word too many', ['admin', 'link', 'a@b.c', 'd'], /Write: chasqui admin link/],
  ]
  for (const [name, words, todo] of wrong) {
    test(`${name} ends with exit code 1 and the right way to write it`, () =>
      assert.rejects(read(...words), (error: StartError) => error.exitCode === 1 && todo.test(error.todo)))
  }
})
