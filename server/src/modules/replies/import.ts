import { OwnReplySettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure, type FieldError } from '#platform/failure'
import { checkQueue, refuse, wrongWords } from './check.ts'
import { importedRows } from './domain/imported.ts'
import type { ImportedRow } from './domain/imported-row.ts'
import { tellChanged, tooMany, type Writer } from './manage.ts'
import type { RepliesPorts } from './ports.ts'
import { findByShortcuts, hasRoomFor, insertReply, oneAtATime, saveReply, type Whose } from './store.ts'

const mostRows = 1000
/** Wrong lines that are told at a time. */
const mostErrors = 50

type Read = { rows: OwnReplySettings[]; errors: FieldError[] }

const errorOf = (line: number, field: string, code: string, message: string): FieldError => ({ path: `lines.${line}.${field}`, code, message })

const readRow = (read: Read, { line, ...row }: ImportedRow): void => {
  const parsed = OwnReplySettings.safeParse(row)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return void read.errors.push(errorOf(line, String(issue?.path[0] ?? 'shortcut'), 'invalid', issue?.message ?? 'Invalid'))
  }
  const wrong = wrongWords(parsed.data)
  if (wrong) return void read.errors.push(errorOf(line, 'text', wrong.code, wrong.message))
  if (read.rows.some(({ shortcut }) => shortcut === parsed.data.shortcut))
    return void read.errors.push(errorOf(line, 'shortcut', 'reply.shortcut_taken', 'Another line has this shortcut.'))
  read.rows.push(parsed.data)
}

const readRows = (csv: string): OwnReplySettings[] => {
  const lines = importedRows(csv)
  if ('missing' in lines) throw refuse('csv', 'reply.heading_missing', `The first line needs a heading for: ${lines.missing}.`)
  if (lines.length === 0) throw refuse('csv', 'reply.nothing_imported', 'There is no line after the headings.')
  if (lines.length > mostRows) throw refuse('csv', 'reply.too_many_lines', `At most ${mostRows} lines at a time.`)
  const read: Read = { rows: [], errors: [] }
  for (const line of lines) readRow(read, line)
  if (read.errors.length > 0)
    throw new Failure('invalid', 'reply.lines_wrong', `${read.errors.length} lines cannot be read. Nothing was imported.`, {
      errors: read.errors.slice(0, mostErrors),
    })
  return read.rows
}

/** All lines or none. A shortcut that is there keeps its files and its count. */
export const importReplies = async (
  tx: Tx,
  ports: RepliesPorts,
  writer: Writer,
  { csv, queueId }: { csv: string; queueId: string | null },
): Promise<{ created: number; changed: number }> => {
  const rows = readRows(csv)
  const whose: Whose = { ownerId: writer.own ? writer.userId : null, queueId }
  await oneAtATime(tx, whose)
  await checkQueue(tx, queueId)
  const known = new Map(
    (
      await findByShortcuts(
        tx,
        whose,
        rows.map(({ shortcut }) => shortcut),
      )
    ).map((reply) => [reply.shortcut, reply]),
  )
  if (!(await hasRoomFor(tx, whose, rows.length - known.size))) throw tooMany()
  for (const row of rows) {
    const before = known.get(row.shortcut)
    if (before) await saveReply(tx, { ...before, ...row, fileIds: before.fileIds }, ports.now())
    else await insertReply(tx, { ...row, ...whose, id: ports.newId() }, ports.now())
  }
  tellChanged(tx, whose.ownerId, null)
  const done = { created: rows.length - known.size, changed: known.size }
  tx.record({ subject: { kind: 'reply', id: whose.queueId ?? whose.ownerId ?? tx.tenantId }, after: done })
  return done
}
