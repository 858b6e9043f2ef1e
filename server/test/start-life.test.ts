import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, afterEach, before, describe, test } from 'node:test'
import { startTestDatabase } from './kit/test-database.ts'

const launcher = join(import.meta.dirname, '../../bin/chasqui.mjs')
const secrets = {
  JWT_SECRET: 'p3Zk81Lw0QvXy7TnRbEc5HdMs9UgJfA2',
  ENCRYPTION_KEYS: `k1:${Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64')}`,
}

type Told = { event: string } & Record<string, unknown>
type Start = { launcher: ChildProcess; told: Told[]; ended: Promise<number | null>; until(event: string): Promise<Told> }

let folder = ''
/** The data folder of an installation that lives on from test to test: a first start is what takes the longest. */
let dataDir = ''
const running = new Set<ChildProcess>()

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'chasqui-start-'))
  dataDir = join(folder, 'data')
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

const throughNode = [process.execPath, launcher]
const throughNpm = ['npm', 'run', '--silent', 'cli', '--']

/** Runs the tool as a person would, on a free port, and collects its events. */
const chasqui = (words: string[], env: Record<string, string>, [program = '', ...args] = throughNode): Start => {
  const child = spawn(program, [...args, ...words, '--json'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], HOME: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  const told: Told[] = []
  const waiting: { event: string; resolve: (event: Told) => void; reject: (error: Error) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = JSON.parse(line) as Told
    told.push(event)
    for (const wait of waiting) if (wait.event === event.event) wait.resolve(event)
  })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    for (const wait of waiting) wait.reject(new Error(`ended with ${code} before "${wait.event}": ${JSON.stringify(told)}`))
    return code as number | null
  })
  const until = (event: string) =>
    new Promise<Told>((resolve, reject) => {
      const known = told.find((one) => one.event === event)
      if (known) resolve(known)
      else waiting.push({ event, resolve, reject })
    })
  return { launcher: child, told, ended, until }
}

const keyOf = (ready: Told): string | undefined => String(ready['signInUrl']).split('k=')[1]
const statusOf = async (url: unknown): Promise<number> => (await fetch(String(url))).status

describe('a start', { timeout: 300_000 }, () => {
  test('serves, shows the password once, stops cleanly, and goes on where it was', async () => {
    const env = { DATA_DIR: dataDir }
    const first = chasqui(['start'], env)
    const ready = await first.until('ready')
    assert.equal(await statusOf(ready['health']), 200)
    assert.match(String(ready['signInUrl']), /\/welcome\?k=[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    assert.ok(String(ready['password']).length >= 12)
    first.launcher.kill('SIGTERM')
    assert.equal(await first.ended, 0)
    assert.equal(first.told.at(-1)?.event, 'stopped')
    assert.ok(!readdirSync(join(dataDir, 'postgres')).includes('postmaster.pid'))

    const second = chasqui(['start'], env)
    const again = await second.until('ready')
    assert.equal(again['password'], null)
    assert.notEqual(keyOf(again), keyOf(ready))
    assert.equal((await second.until('demo'))['created'], false)
    assert.equal((await second.until('schema'))['applied'], 0)
    second.launcher.kill('SIGINT')
    assert.equal(await second.ended, 0)
  })

  test('ends with its launcher, and the next start takes the database over', async () => {
    const env = { DATA_DIR: dataDir }
    const first = chasqui(['start'], env)
    const { health } = await first.until('ready')
    first.launcher.kill('SIGKILL')
    await first.ended
    await assert.rejects(fetch(String(health)))

    const second = chasqui(['start'], env)
    assert.equal((await second.until('database'))['adopted'], true)
    await second.until('ready')
    second.launcher.kill('SIGTERM')
    assert.equal(await second.ended, 0)
  })

  test('through npm stops cleanly when npm is told to stop', async () => {
    const start = chasqui(['start'], { DATA_DIR: dataDir }, throughNpm)
    await start.until('ready')
    start.launcher.kill('SIGTERM')
    await start.ended
    assert.equal(start.told.at(-1)?.event, 'stopped')
    assert.ok(!readdirSync(dataDir).includes('chasqui.pid'))
  })

  test('on a data folder in use ends with exit code 1 and names the process; commands go beside it', async () => {
    const env = { DATA_DIR: dataDir }
    const first = chasqui(['start'], env)
    const { pid, url } = await first.until('ready')
    const second = chasqui(['start'], env)
    assert.equal(await second.ended, 1)
    assert.match(String(second.told.at(-1)?.['why']), new RegExp(`Process ${pid} `))

    const link = chasqui(['admin', 'link'], env)
    assert.ok(String((await link.until('link'))['url']).startsWith(`${url}/welcome?k=`))
    assert.equal(await link.ended, 0)
    assert.equal(first.launcher.exitCode, null)
    first.launcher.kill('SIGTERM')
    assert.equal(await first.ended, 0)
  })

  test('works the same on a PostgreSQL of its own through DATABASE_URL', async () => {
    const database = await startTestDatabase()
    const start = chasqui(['start'], { DATA_DIR: join(folder, 'external'), DATABASE_URL: database.adminUrl })
    const ready = await start.until('ready')
    assert.equal((await start.until('database'))['embedded'], false)
    assert.equal(await statusOf(ready['health']), 200)
    start.launcher.kill('SIGTERM')
    assert.equal(await start.ended, 0)
    assert.ok(!readdirSync(join(folder, 'external')).includes('postgres'))
    await database.stop()
  })
})

describe('a start that must not be', { timeout: 240_000 }, () => {
  test('in production without secrets ends with exit code 1 and says what to set', async () => {
    const start = chasqui(['start'], { DATA_DIR: join(folder, 'unsafe'), NODE_ENV: 'production' })
    assert.equal(await start.ended, 1)
    assert.match(String(start.told.at(-1)?.['todo']), /Set JWT_SECRET.*Set ENCRYPTION_KEYS.*Set ADMIN_PASSWORD/)
  })

  test('on a database that does not answer ends with exit code 3 and never shows the password', async () => {
    const start = chasqui(['start'], { DATA_DIR: join(folder, 'nowhere'), DATABASE_URL: 'postgres://u:hidden-word@127.0.0.1:1/x', ...secrets })
    assert.equal(await start.ended, 3)
    assert.doesNotMatch(JSON.stringify(start.told), /hidden-word/)
  })
})
