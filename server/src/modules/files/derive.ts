import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { keyOf, mimeOf, nameOf, recipeFor, recipeOf, voiceMime, type Kind, type Recipe, type Rule } from './domain/recipe.ts'
import { locationOf, queue, type FileJob, type FileRow } from './domain/row.ts'
import { opened } from './opening.ts'
import { type FilesPorts, Unconvertible } from './ports.ts'

const sourceText = 'select id, name, mime, size, shared, created_by from files.file where tenant_id = $1 and id = $2'

/**
 * The file that a source becomes by a recipe. It gets its id and its row here, its bytes afterwards: from a job, or from whoever needs them first.
 * Asked again it is the same file.
 */
const derive = async (ports: FilesPorts, tx: Tx, source: FileRow, recipe: Recipe): Promise<string> => {
  const objection = ports.converter.objection(recipe, source.mime)
  if (objection) throw new Failure('invalid', objection.code, objection.message)
  const [id, at] = [ports.newId(), ports.now()]
  const key = keyOf(recipe)
  const inserted = await tx.query(
    `insert into files.file (tenant_id, id, name, mime, size, sha256, location, created_by, created_at, state, source_id, recipe, shared)
     values ($1, $2, $3, $4, 0, '', $5, $6, $7, 'making', $8, $9, $10) on conflict (tenant_id, source_id, recipe) where source_id is not null do nothing`,
    [
      tx.tenantId,
      id,
      nameOf(recipe, source.name),
      mimeOf(recipe),
      locationOf(tx.tenantId, id, at),
      tx.sight?.userId ?? source.created_by,
      at,
      source.id,
      key,
      source.shared,
    ],
  )
  if (inserted.rowCount === 1) {
    tx.enqueue({ queue, key: id, payload: { make: id } satisfies FileJob })
    return id
  }
  // Somebody else had it made, perhaps out of the caller's reach, which the source is within.
  const found = await tx.beyondReach(() =>
    tx.query<{ id: string; state: string; failure: string | null }>(
      'select id, state, failure from files.file where tenant_id = $1 and source_id = $2 and recipe = $3',
      [tx.tenantId, source.id, key],
    ),
  )
  const [there] = found.rows
  if (!there) throw new Failure('unavailable', 'unavailable', 'The file is being changed. Try again.', { retryAfter: 1 })
  if (there.state === 'failed') throw notMade(there.failure)
  return there.id
}

export const notMade = (why: string | null) => new Failure('invalid', 'file.not_convertible', why ?? 'The file cannot be converted.')

const sourceOf = async (tx: Tx, id: string): Promise<FileRow> => {
  const { rows } = await tx.query<FileRow>(sourceText, [tx.tenantId, id])
  if (!rows[0]) throw absent('file')
  return rows[0]
}

/** A recording as a native voice note; the same file when it is one already. Refused at once (`file.voice_not_convertible`) where it cannot become one. */
export const transcodeVoice = async (ports: FilesPorts, tx: Tx, id: string): Promise<string> => {
  const source = await sourceOf(tx, id)
  return source.mime === voiceMime ? id : derive(ports, tx, source, { to: 'voice' })
}

/** A file as a channel takes it for this kind of message: itself, or one that is made of it. What nothing can be made of stays as it is. */
export const fitFile = async (ports: FilesPorts, tx: Tx, id: string, kind: Kind, rule: Rule): Promise<string> => {
  const source = await sourceOf(tx, id)
  const recipe = recipeFor({ mime: source.mime, size: Number(source.size) }, kind, rule)
  return recipe ? derive(ports, tx, source, recipe) : id
}

type Unmade = FileRow & { location: string; recipe: string; source_location: string | null; source_mime: string | null; failure: string | null }

/** What is being made in this process: whoever asks meanwhile waits for the same. */
const underway = new Map<string, Promise<void>>()

/**
 * Makes the bytes of a derived file, unless they are there. Killed anywhere it is done again: the bytes lie at their place before the row says so, and
 * the row says so once. Throws what may pass; what never will is kept in the row.
 */
export const makeFile = (ports: FilesPorts, tenantId: string, id: string): Promise<void> => {
  const known = underway.get(id)
  if (known) return known
  const making = make(ports, tenantId, id).finally(() => underway.delete(id))
  underway.set(id, making)
  return making
}

const unmadeText = `select f.id, f.name, f.mime, f.size, f.location, f.recipe, f.failure, s.location as source_location, s.mime as source_mime
  from files.file f left join files.file s on s.tenant_id = f.tenant_id and s.id = f.source_id
  where f.tenant_id = $1 and f.id = $2 and f.state = 'making'`

const make = async (ports: FilesPorts, tenantId: string, id: string): Promise<void> => {
  const row = await ports.database.inTenant(tenantId, async (tx) => (await tx.query<Unmade>(unmadeText, [tenantId, id])).rows[0])
  if (!row) return
  try {
    const recipe = recipeOf(row.recipe)
    const source = row.source_location === null ? null : await ports.store.get(row.source_location)
    if (!recipe || !source) throw new Unconvertible('file.source_gone', 'The file that it is made of is gone.')
    const made = await opened(ports, tenantId, id, () => ports.converter.make(recipe, source, row.source_mime ?? ''))
    await ports.store.put(row.location, made.bytes)
    await ports.database.inTenant(tenantId, (tx) =>
      tx.query(`update files.file set state = 'stored', mime = $3, size = $4, sha256 = $5 where tenant_id = $1 and id = $2 and state = 'making'`, [
        tenantId,
        id,
        made.mime,
        made.bytes.byteLength,
        ports.sha256(made.bytes),
      ]),
    )
  } catch (error) {
    if (!(error instanceof Unconvertible)) throw error
    await ports.database.inTenant(tenantId, (tx) =>
      tx.query(`update files.file set state = 'failed', failure = $3 where tenant_id = $1 and id = $2 and state = 'making'`, [tenantId, id, error.message]),
    )
  }
}
