import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

export type Migration = { name: string; up: string; down: string; checksum: string }
export type MigrationResult = { applied: string[]; total: number }

const directory = join(import.meta.dirname, '../../../migrations')
const lockKey = 7_223_846_001

/** The numbered stories in order. A file is the way up, then `-- migrate:down`, then the way back. */
export const readMigrations = async (folder = directory): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const [up, down] = text.split(/^-- migrate:down$/m)
      if (down === undefined) throw new Error(`${name} has no "-- migrate:down" part`)
      return { name, up: up!, down, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/** Extensions come with every PostgreSQL and are trusted: the database's owner may create them. */
const prepare = async (admin: pg.Client) => {
  await admin.query('select pg_advisory_lock($1)', [lockKey])
  await admin.query(`create extension if not exists unaccent with schema public; create extension if not exists btree_gin with schema public;
    create extension if not exists pg_trgm with schema public;
    create schema if not exists migration; create table if not exists migration.done (name text primary key, checksum text not null, applied_at timestamptz not null default now());
    grant usage, create on schema public to cq_owner`)
}

const withAdmin = async <Result>(adminUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** Brings the database up to date, one transaction per file, under a lock so that two nodes may start together. Objects belong to `cq_owner`. */
export const migrate = (adminUrl: string, folder?: string): Promise<MigrationResult> =>
  withAdmin(adminUrl, async (admin) => {
    const migrations = await readMigrations(folder)
    await prepare(admin)
    const { rows } = await admin.query<{ name: string; checksum: string }>('select name, checksum from migration.done')
    const done = new Map(rows.map((row) => [row.name, row.checksum]))
    const unknown = [...done.keys()].filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0) throw new Error(`the database is newer than this version: it has ${unknown.join(', ')}`)
    const applied: string[] = []
    for (const migration of migrations) {
      const checksum = done.get(migration.name)
      if (checksum !== undefined && checksum !== migration.checksum) throw new Error(`${migration.name} was changed after it had been applied`)
      if (checksum !== undefined) continue
      await inOwnTransaction(
        admin,
        migration.name,
        migration.up,
        `insert into migration.done (name, checksum) values ('${migration.name}', '${migration.checksum}')`,
      )
      applied.push(migration.name)
    }
    return { applied, total: migrations.length }
  })

/** Takes back the newest `steps` migrations. Data in the objects they made is lost. */
export const rollback = (adminUrl: string, steps = 1, folder?: string): Promise<{ reverted: string[] }> =>
  withAdmin(adminUrl, async (admin) => {
    const migrations = await readMigrations(folder)
    await prepare(admin)
    const { rows } = await admin.query<{ name: string }>('select name from migration.done order by name desc limit $1', [steps])
    for (const { name } of rows) {
      const migration = migrations.find((candidate) => candidate.name === name)
      if (!migration) throw new Error(`this version does not know ${name} and cannot take it back`)
      await inOwnTransaction(admin, name, migration.down, `delete from migration.done where name = '${name}'`)
    }
    return { reverted: rows.map((row) => row.name) }
  })

const inOwnTransaction = async (admin: pg.Client, name: string, body: string, mark: string): Promise<void> => {
  try {
    await admin.query(`begin; set local role cq_owner; ${body}; set local role none; ${mark}; commit`)
  } catch (error) {
    await admin.query('rollback')
    throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
