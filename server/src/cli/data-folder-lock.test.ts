import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { processFacts } from '../platform/process-facts.ts'
import type { StartError } from '../platform/start-error.ts'
import { holderOf, lockDataFolder } from './data-folder-lock.ts'

let dataDir = ''
const children: ChildProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'chasqui-lock-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true })
})

const startProcess = async (): Promise<ChildProcess & { pid: number }> => {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child as unknown as ChildProcess & { pid: number }
}

const lockFile = () => join(dataDir, 'chasqui.pid')
const leaveLockOf = (pid: number, startedAt = processFacts(pid)?.startedAt ?? 'unknown') => writeFileSync(lockFile(), `${pid} ${startedAt}\n`)

describe('the lock of the data folder', () => {
  test('is held by this process until it is released, and leaves nothing behind', async () => {
    const lock = await lockDataFolder(dataDir)
    assert.equal(holderOf(dataDir)?.pid, process.pid)
    lock.release()
    assert.deepEqual(readdirSync(dataDir), [])
  })

  test('refuses a second taker and names the process that has it', async () => {
    const { pid } = await startProcess()
    leaveLockOf(pid)
    await assert.rejects(lockDataFolder(dataDir, 200), (error: StartError) => {
      assert.equal(error.exitCode, 1)
      assert.match(error.why, new RegExp(`Process ${pid} `))
      return error.what.includes(dataDir)
    })
    assert.match(readFileSync(lockFile(), 'utf8'), new RegExp(`^${pid} `))
  })

  test('waits for a holder that is being killed', async () => {
    const child = await startProcess()
    leaveLockOf(child.pid)
    const taking = lockDataFolder(dataDir)
    child.kill('SIGKILL')
    await taking
    assert.equal(holderOf(dataDir)?.pid, process.pid)
  })

  test('is taken over from a process that is gone', async () => {
    const child = await startProcess()
    leaveLockOf(child.pid)
    child.kill('SIGKILL')
    await once(child, 'exit')
    assert.equal(holderOf(dataDir), null)
    await lockDataFolder(dataDir, 0)
    assert.equal(holderOf(dataDir)?.pid, process.pid)
  })

  test('is taken over when the number belongs to another program by now', async () => {
    const { pid } = await startProcess()
    leaveLockOf(pid, '12345')
    await lockDataFolder(dataDir, 0)
    assert.equal(holderOf(dataDir)?.pid, process.pid)
  })

  test('goes to one of several takers of a stale file', async () => {
    leaveLockOf(2 ** 30, '1')
    const takers = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataFolder(dataDir, 300)))
    assert.equal(takers.filter((taker) => taker.status === 'fulfilled').length, 1)
    assert.ok(existsSync(lockFile()))
  })

  test('makes a data folder that does not exist', async () => {
    const lock = await lockDataFolder(join(dataDir, 'deep', 'data'))
    assert.equal(holderOf(join(dataDir, 'deep', 'data'))?.pid, process.pid)
    lock.release()
  })
})
