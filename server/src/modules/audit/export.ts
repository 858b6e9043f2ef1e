import { Readable } from 'node:stream'
import type { AuditFilter, AuditRecord } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import { lineOf } from './domain/csv.ts'
import { recordsAfter, type Place } from './list.ts'

const batch = 1000

type Format = { mime: string; begin: string; one(record: AuditRecord, isFirst: boolean): string; end: string }

const columns =
  'seq,at,actor_kind,actor_id,actor_name,on_behalf_of,on_behalf_name,action,subject_kind,subject_id,subject_name,before,after,address,country,agent,request_id,result,previous_hash,hash'

const cells = (r: AuditRecord) => [
  r.seq,
  r.at,
  r.actor.kind,
  r.actor.id,
  r.actor.name,
  r.actor.onBehalfOf?.id ?? null,
  r.actor.onBehalfOf?.name ?? null,
  r.action,
  r.subject?.kind ?? null,
  r.subject?.id ?? null,
  r.subject?.name ?? null,
  r.before && JSON.stringify(r.before),
  r.after && JSON.stringify(r.after),
  r.address,
  r.country,
  r.agent,
  r.requestId,
  r.result,
  r.previousHash,
  r.hash,
]

const formats: Record<'csv' | 'json', Format> = {
  // Spreadsheets take the file as UTF-8 when it begins with this mark.
  csv: { mime: 'text/csv; charset=utf-8', begin: `\uFEFF${lineOf(columns.split(','))}`, one: (record) => lineOf(cells(record)), end: '' },
  json: {
    mime: 'application/json; charset=utf-8',
    begin: '[',
    one: (record, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(record)}`,
    end: '\n]\n',
  },
}

/** The trail as a file, in pieces: no transaction is open while a slow reader takes them. */
export const exportTrail = (
  database: Pick<Database, 'inTenant'>,
  tenantId: string,
  filter: AuditFilter,
  format: 'csv' | 'json',
): { mime: string; body: Readable } => {
  const { mime, begin, one, end } = formats[format]
  const pieces = async function* () {
    yield begin
    let after: Place | null = null
    let isFirst = true
    do {
      const page: Awaited<ReturnType<typeof recordsAfter>> = await database.inTenant(tenantId, (tx) => recordsAfter(tx, filter, after, batch))
      const first = isFirst
      yield page.records.map((record, index) => one(record, first && index === 0)).join('')
      isFirst = false
      after = page.records.length < batch ? null : page.last
    } while (after)
    yield end
  }
  return { mime, body: Readable.from(pieces()) }
}
