import pg from 'pg'
import { tenantTables } from '../tenant-tables.ts'

/** A table as it is exported: `select` gives one line of JSON for each row, `$1` is the tenant. */
export type ExportedTable = { name: string; select: string }

/** Words of a column's name that say that it proves something to somebody. */
const secret = /secret|token|hash|password|sealed|cipher|totp|credential/

/** Hashes of what is exported itself: with them it is proved outside, and nobody gets in by them. */
const proofs: Record<string, string[]> = {
  'audit.record': ['previous_hash', 'hash'],
  'audit.head': ['last_hash'],
  'audit.anchor': ['hash'],
  'files.file': ['sha256'],
}

/** What a record's hash is taken of, as a text, so that nobody has to make it anew from the columns. */
const more: Record<string, string> = { 'audit.record': 'audit.canonical(r) as canonical' }

/** Where something lies on the disk of this installation, and what the search makes of words: of no use to anybody else. */
const useless = /^(location|thumbnail_location|search)$/

/** Answers that were kept for repeated requests may hold what is told only once. Keys of lines are of use to this installation alone, and name people. */
export const leftOut = ['platform.idempotency', 'channels.session_key']

/** Accounts are the host's and stand in no table of the tenant; without their names and addresses nobody would know whose all of it was. */
const people = { name: 'identity.member_card', columns: ['tenant_id', 'id', 'name', 'email', 'role', 'status'], bytes: [] }

/** All tables of tenants with what may be shown of them: no secrets. */
export const exportedTables = async (client: pg.Client): Promise<ExportedTable[]> =>
  [...(await tenantTables(client)), people]
    .filter(({ name }) => !leftOut.includes(name))
    .map(({ name, columns, bytes }) => {
      const proven = proofs[name] ?? []
      const shown = columns.filter((column) => proven.includes(column) || !(secret.test(column) || bytes.includes(column) || useless.test(column)))
      const selected = shown.map((column) => {
        const quoted = pg.escapeIdentifier(column)
        return bytes.includes(column) ? `encode(${quoted}, 'hex') as ${quoted}` : quoted
      })
      if (more[name]) selected.push(more[name])
      return { name, select: `select to_jsonb(t)::text as line from (select ${selected.join(', ')} from ${name} r where tenant_id = $1) t` }
    })
