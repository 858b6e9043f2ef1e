import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createDisk } from '#platform/inbox/until-on-disk'
import { openPlatform, type PlatformStage } from './platform-setup.ts'

/** What was committed without waiting is on disk once somebody has waited for it: a database that is killed then has it still. */
let stage: PlatformStage
before(async () => {
  stage = await openPlatform(() => new Date())
  await stage.admin.query('create table noted (n integer)')
  await stage.admin.query('grant insert on noted to cq_system')
})
after(() => stage.close())

test('whoever has waited finds the log on disk to where they wrote', async () => {
  const hasty = stage.database.line('set synchronous_commit = off')
  // The cluster of the tests waits for nothing, unlike one of people.
  const patient = stage.database.line('set synchronous_commit = on')
  const disk = createDisk(patient, () => {})
  const isOnDisk = async (place: string) =>
    (await stage.admin.query<{ there: boolean }>('select pg_current_wal_flush_lsn() >= $1::pg_lsn as there', [place])).rows[0]!.there
  // Often: the database writes by itself five times a second.
  for (let n = 0; n < 30; n++) {
    await hasty.query('insert into noted select $1::integer from generate_series(1, 50)', [n])
    const { rows } = await stage.admin.query<{ place: string }>('select pg_current_wal_insert_lsn() as place')
    await disk.untilOnDisk()
    assert.ok(await isOnDisk(rows[0]!.place), `after ${n}`)
  }
  await Promise.all([hasty.end(), patient.end()])
})
