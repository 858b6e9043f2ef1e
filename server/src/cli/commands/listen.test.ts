import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StartError } from '../../platform/start-error.ts'
import { createTerminal } from '../terminal.ts'
import { listen } from './listen.ts'

const terminal = createTerminal({ language: 'en', color: false, mayOpenBrowser: false }, false, () => undefined)
const forward = 'http://localhost:8080/hook'

const wrong: [name: string, values: Record<string, string>, tells: RegExp][] = [
  ['no address', {}, /where to forward/],
  ['something that is no address', { forward: 'localhost:8080' }, /no web address/],
  ['another protocol', { forward: 'ftp://localhost/hook' }, /no web address/],
  ['an unknown event', { forward, events: 'message.received,message.lost' }, /no event "message.lost"/],
  ['a sequence number with letters', { forward, from: 'now' }, /no sequence number/],
]
for (const [name, values, tells] of wrong)
  test(`${name} ends with exit code 1 before anything is opened`, () =>
    assert.rejects(listen.run({ env: {}, terminal, values, arguments: [] }), (error: StartError) => error.exitCode === 1 && tells.test(error.why)))
