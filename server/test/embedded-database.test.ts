import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { attachEmbedded, startEmbedded } from '#platform/database/embedded/start-embedded'
import type { EmbeddedDatabase } from '#platform/database/embedded/start-embedded'
import { withConnection } from '#platform/database/embedded/server-address'
import type { StartError } from '#platform/start-error'

let folder = ''
/** One data folder for all that can happen to it: making a database is what takes the longest. */
let dataDir = ''
let running: EmbeddedDatabase | null = null

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'chasqui embedded '))
  dataDir = join(folder, 'a folder with a long name '.repeat(6).trim(), 'data')
})
after(() => rmSync(folder, { recursive: true }))
afterEach(async () => {
  await running?.stop('immediate')
  running = null
})

const clusterFile = (name: string, folder = dataDir) => join(folder, 'postgres', name)
const start = async (folder = dataDir): Promise<EmbeddedDatabase> => (running = await startEmbedded({ dataDir: folder, log: () => {} }))
const query = async (database: EmbeddedDatabase, text: string): Promise<unknown[]> =>
  withConnection(database.adminUrl, async (client) => (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat())

/** A process that starts the database, keeps a row in it and waits to be killed. */
const startElsewhere = async () => {
  const script = `
    import { startEmbedded } from ${JSON.stringify(import.meta.resolve('#platform/database/embedded/start-embedded'))}
    import { withConnection } from ${JSON.stringify(import.meta.resolve('#platform/database/embedded/server-address'))}
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    await withConnection(database.adminUrl, (client) => client.query('create table if not exists kept as select 42 as answer'))
    console.log('up')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

const untilAnswers = async (database: EmbeddedDatabase): Promise<unknown[]> => {
  for (;;) {
    try {
      return await query(database, 'select answer from kept')
    } catch {
      continue
    }
  }
}

describe('the embedded database', { timeout: 240_000 }, () => {
  test('is made at the first start, in a long path with spaces, and closed to other users', async () => {
    const database = await start()
    assert.equal(database.created, true)
    assert.match(database.version, /^18\./)
    assert.deepEqual(await query(database, `select current_database(), lower('ÑANDÚ'), current_setting('data_checksums')`), ['chasqui', 'ñandú', 'on'])
    if (process.platform !== 'win32') {
      assert.equal(statSync(join(dataDir, 'postgres-password')).mode & 0o777, 0o600)
      assert.deepEqual(await query(database, `select current_setting('listen_addresses')`), [''])
    }
  })

  test('keeps its data over a stop and a start', async () => {
    const first = await start()
    await query(first, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start()
    assert.deepEqual([second.created, second.adopted], [false, false])
    assert.deepEqual(await query(second, 'select answer from kept'), [42])
  })

  test('that outlived a killed process is taken over with its data', async () => {
    const child = await startElsewhere()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const database = await start()
    assert.equal(database.adopted, true)
    assert.deepEqual(await query(database, 'select answer from kept'), [42])
    await database.stop()
    assert.throws(() => statSync(clusterFile('postmaster.pid')))
  })

  test('that recovers from a crash of one of its processes is waited for and taken over', async () => {
    const before = await startElsewhere()
    const url = attachEmbedded(dataDir)!.adminUrl
    // Enough to recover that the next start finds it at work.
    await withConnection(url, (client) => client.query('create table much as select md5(n::text) as word from generate_series(1, 300000) n'))
    const walWriter = `select pid from pg_stat_activity where backend_type = 'walwriter'`
    const { rows } = await withConnection(url, (client) => client.query<{ pid: number }>(walWriter))
    before.kill('SIGKILL')
    await once(before, 'exit')
    process.kill(rows[0]!.pid, 'SIGKILL')
    const database = await start()
    assert.equal(database.adopted, true)
    assert.deepEqual(await query(database, 'select answer from kept'), [42])
  })

  test('starts although a stale file names a process that lives by now', async () => {
    const first = await start()
    const left = readFileSync(clusterFile('postmaster.pid'), 'utf8')
    await first.stop('immediate')
    writeFileSync(clusterFile('postmaster.pid'), left.replace(/^\d+/, String(process.pid)))
    const second = await start()
    assert.equal(second.adopted, false)
    assert.deepEqual(await query(second, 'select 1'), [1])
  })

  test('is started again when it is killed while the product runs', async () => {
    const database = await start()
    process.kill(Number.parseInt(readFileSync(clusterFile('postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    assert.deepEqual(await untilAnswers(database), [42])
  })

  test('of another major version is refused with exit code 3', async () => {
    const database = await start()
    await database.stop()
    writeFileSync(clusterFile('PG_VERSION'), '17\n')
    await assert.rejects(start(), (error: StartError) => error.exitCode === 3 && error.why.includes('PostgreSQL 17'))
  })

  test('without its password file is refused with a way out', async () => {
    const locked = join(folder, 'locked')
    mkdirSync(join(locked, 'postgres'), { recursive: true })
    writeFileSync(clusterFile('PG_VERSION', locked), '18\n')
    await assert.rejects(start(locked), (error: StartError) => error.exitCode === 3 && error.todo.includes('backup'))
  })
})
