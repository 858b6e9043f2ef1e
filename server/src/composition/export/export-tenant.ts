import { Readable } from 'node:stream'
import pg from 'pg'
import type { Files } from '#files'
import { type ArchiveEntry, zip } from '#platform/archive/zip'
import { productVersion } from '#platform/product-version'
import { exportedTables, leftOut } from './exported-tables.ts'

type Tenant = { id: string; name: string; slug: string }
type Ports = {
  adminUrl: string
  now(): Date
  files: Pick<Files, 'handOut'>
  /** Everything done until now is in the trail. */
  catchUpTrail(): Promise<void>
  /** The last byte was taken; what was there at `at` is outside. */
  onWhole(tenantId: string, at: Date): Promise<void>
}

/** Rows that are read at a time: what is in memory does not grow with the tenant. */
const batch = 500
/** How long a reader may stand still while the one moment of all tables is held for it: it keeps the database from tidying up. */
const patience = '10min'
/** The format of the archive, described in docs/guides/leaving.md. */
const format = 1

const compressed = /^(image\/(?!bmp|svg|tiff)|audio\/(?!wav|x-wav)|video\/)|zip|gzip|7z|rar|pdf|officedocument/
const lines = (values: unknown[]): Buffer => Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''))

/** Only a short plain ending of the name is used: names are people's, paths are made by us. The manifest knows the name. */
const pathOf = (id: string, name: string): string => `files/${id}${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''}`

type FileFacts = { id: string; name: string; type: string; size: number; sha256: string; createdAt: string }
const manifest = `select id, name, mime as type, size::float8 as size, encode(sha256, 'hex') as sha256, created_at as "createdAt" from files.file where tenant_id = $1 and state = 'stored' order by id`

/** Rows of one statement as they come, `batch` at a time. */
async function* rowsOf<Row extends pg.QueryResultRow>(admin: pg.Client, select: string, tenantId: string): AsyncGenerator<Row[]> {
  await admin.query(`declare export no scroll cursor for ${select.replaceAll('$1', pg.escapeLiteral(tenantId))}`)
  for (;;) {
    const { rows } = await admin.query<Row>(`fetch ${batch} from export`)
    if (rows.length === 0) break
    yield rows
  }
  await admin.query('close export')
}

async function* entriesOf(ports: Ports, { id, name, slug }: Tenant): AsyncGenerator<ArchiveEntry> {
  await ports.catchUpTrail()
  const at = ports.now()
  const told = { tables: {} as Record<string, number>, files: 0, missingFiles: [] as string[] }
  const manifested = { last: null as string | null }
  const text = (path: string, bytes: ArchiveEntry['bytes']): ArchiveEntry => ({ path, modified: at, bytes })

  const about = { format, product: 'chasqui', version: productVersion, exportedAt: at.toISOString(), tenant: { id, name, slug }, leftOut }
  yield text('about.json', [lines([about])])

  const admin = new pg.Client({ connectionString: ports.adminUrl })
  // A connection that ends by itself is told by the next statement.
  admin.on('error', () => {})
  await admin.connect()
  try {
    // One moment for all tables, whatever is written meanwhile.
    await admin.query(`begin isolation level repeatable read read only; set local role cq_owner; set local idle_in_transaction_session_timeout = '${patience}'`)
    for (const { name: table, select } of await exportedTables(admin)) {
      told.tables[table] = 0
      yield text(
        `tables/${table.replaceAll('"', '')}.ndjson`,
        (async function* () {
          for await (const rows of rowsOf<{ line: string }>(admin, select, id)) {
            told.tables[table]! += rows.length
            yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
          }
        })(),
      )
    }
    yield text(
      'files/manifest.ndjson',
      (async function* () {
        for await (const rows of rowsOf<FileFacts>(admin, manifest, id)) {
          manifested.last = rows.at(-1)!.id
          yield lines(rows.map((file) => ({ path: pathOf(file.id, file.name), ...file })))
        }
      })(),
    )
  } finally {
    await admin.end()
  }
  if (manifested.last !== null)
    for await (const file of ports.files.handOut(id, manifested.last)) {
      const path = pathOf(file.id, file.name)
      if (!file.bytes) told.missingFiles.push(path)
      else {
        told.files++
        yield { path, modified: file.createdAt, bytes: file.bytes, compressible: !compressed.test(file.mime) }
      }
    }
  yield text('summary.json', [lines([told])])
}

/**
 * Everything a tenant has as one archive, made while it is read: rows of one moment, then the bytes of its files, then what there should be. Whoever
 * stops reading lets go of the connection and of the file that is open.
 */
export const exportTenant = (ports: Ports, tenant: Tenant): Readable => {
  const pieces = async function* () {
    const begun = ports.now()
    yield* zip(entriesOf(ports, tenant))
    await ports.onWhole(tenant.id, begun)
  }
  return Readable.from(pieces(), { objectMode: false })
}
