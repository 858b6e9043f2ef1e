import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StartError } from '../../platform/start-error.ts'
import { createTerminal } from '../terminal.ts'
import { channelQr } from './channel-qr.ts'

const terminal = createTerminal({ language: 'en', color: false, mayOpenBrowser: false }, false, () => undefined)

const wrong: [name: string, values: Record<string, string>, words: string[], tells: RegExp][] = [
  ['no channel', {}, [], /not said which channel/],
  ['a wait in words', { wait: 'long' }, ['Ventas'], /no number of seconds/],
]
for (const [name, values, words, tells] of wrong)
  test(`${name} ends with exit code 1 before anything is opened`, () =>
    assert.rejects(channelQr.run({ env: {}, terminal, values, arguments: words }), (error: StartError) => error.exitCode === 1 && tells.test(error.why)))
