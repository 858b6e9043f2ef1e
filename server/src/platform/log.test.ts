import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { rotatingFile } from './log-file.ts'
import { createLog, withLogContext, type Log } from './log.ts'

const home = mkdtempSync(join(tmpdir(), 'chasqui-log-'))
after(() => rmSync(home, { recursive: true, force: true }))

/** The lines that `work` leaves in a log of its own. */
const linesOf = (name: string, work: (log: Log) => void): Record<string, unknown>[] => {
  const log = createLog({ level: 'info', folder: join(home, name) })
  work(log)
  log.flush()
  const text = readFileSync(join(home, name, 'chasqui.log'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('secrets and personal addresses never reach a line, however deep and however spelt', () => {
  const secret = 'EAAG-very-secret'
  const [line] = linesOf('redaction', (log) =>
    log.info(
      {
        password: secret,
        settings: { accessToken: secret, app_secret: secret },
        request: { headers: { Authorization: secret, cookie: secret } },
        contacts: [{ phone: '5491155501234', wa_id: '5491155501234' }],
        a: { b: { c: { d: { token: secret, e: { f: secret } } } } },
      },
      'x',
    ),
  )
  const text = JSON.stringify(line)
  assert.doesNotMatch(text, /very-secret|54911555/)
  assert.match(text, /…1234/)
})

test('an error is told with stack, code and cause, and without what libraries hang on it', () => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'user_email', detail: 'Key (email)=(ana@example.org) already exists.' })
  const broken = Object.assign(new Error('broken', { cause }), { client: { connectionParameters: { password: 'very-secret' } } })
  const [line] = linesOf('errors', (log) => log.error({ err: broken, at: new Date(0) }, 'x'))
  const { err, at } = line as { err: { message: string; stack: string; cause: { code: string; constraint: string } }; at: string }
  assert.deepEqual([err.message, err.cause.code, err.cause.constraint, at], ['broken', '23505', 'user_email', '1970-01-01T00:00:00.000Z'])
  assert.match(err.stack, /log\.test\.ts/)
  assert.doesNotMatch(JSON.stringify(line), /very-secret|ana@/)
})

test('lines below a request carry its id and tenant, lines outside do not', () => {
  const lines = linesOf('context', (log) => {
    withLogContext({ requestId: 'r1' }, () => withLogContext({ tenantId: 't1' }, () => log.info('inside')))
    log.info('outside')
  })
  assert.deepEqual(
    lines.map(({ msg, requestId, tenantId }) => [msg, requestId, tenantId]),
    [
      ['inside', 'r1', 't1'],
      ['outside', undefined, undefined],
    ],
  )
})

test('files turn over by size, no line is lost and old ones go', () => {
  const folder = join(home, 'rotation')
  const file = rotatingFile(folder, { size: 1000, files: 3 })
  const lines = Array.from({ length: 40 }, (_, index) => `${String(index).padStart(3, '0')}${'x'.repeat(96)}\n`)
  for (const line of lines) file.write(line)
  file.flushSync()
  assert.deepEqual(readdirSync(folder).sort(), ['chasqui.1.log', 'chasqui.2.log', 'chasqui.log'])
  const kept = ['chasqui.2.log', 'chasqui.1.log', 'chasqui.log'].map((name) => readFileSync(join(folder, name), 'utf8')).join('')
  assert.equal(kept, lines.slice(-30).join(''))
})
