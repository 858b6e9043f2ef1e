import { InboxFilter, type SavedView, type SavedViewSettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'

type Ports = Pick<ConversationsPorts, 'now' | 'newId'>
/** Who does something to which views: those of their own, or the shared ones. */
export type Shelf = { userId: string; isShared: boolean }
type Row = { id: string; name: string; is_shared: boolean; shows: unknown; pin: number | null }

const most = { own: 50, shared: 100 }
const restoreWithinHours = 24

const select = `select v.id, v.name, v.is_shared, v.shows, p.key as pin from conversations.saved_view v
  left join conversations.view_pin p on p.tenant_id = v.tenant_id and p.view_id = v.id and p.user_id = $2`
const onShelf = (shelf: Shelf) => (shelf.isShared ? `is_shared` : `not is_shared and owner_id = $2`)

/** What was kept by an earlier version and cannot be read any more shows everything. */
const showsOf = (kept: unknown) => InboxFilter.safeParse(kept).data ?? { view: 'all' as const, tab: 'open' as const, sort: 'newest' as const }
const viewOf = (row: Row): SavedView => ({ id: row.id, name: row.name, isShared: row.is_shared, shows: showsOf(row.shows), pin: row.pin })

export const listViews = async (tx: Tx, userId: string): Promise<SavedView[]> => {
  const { rows } = await tx.query<Row>(
    `${select} where v.tenant_id = $1 and (v.is_shared or v.owner_id = $2) and v.removed_at is null order by lower(v.name), v.id`,
    [tx.tenantId, userId],
  )
  return rows.map(viewOf)
}

/** A view that the person may open, or, with a shelf, may change. */
export const readView = async (tx: Tx, userId: string, id: string, shelf?: Shelf): Promise<SavedView> => {
  const mine = shelf ? onShelf(shelf) : '(v.is_shared or v.owner_id = $2)'
  const { rows } = await tx.query<Row>(`${select} where v.tenant_id = $1 and v.id = $3 and ${mine} and v.removed_at is null`, [tx.tenantId, userId, id])
  if (!rows[0]) throw absent('view')
  return viewOf(rows[0])
}

/** One at a time on each shelf, so that no two have the same name and none is too many. */
const hold = (tx: Tx, { userId, isShared }: Shelf) =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('saved views ' || $1::text || $2::text, 0))`, [tx.tenantId, isShared ? '' : userId])

const refuseSameName = async (tx: Tx, shelf: Shelf, id: string, name: string): Promise<void> => {
  const { rowCount } = await tx.query(
    `select 1 from conversations.saved_view v where tenant_id = $1 and ${onShelf(shelf)} and $2::uuid is not null and removed_at is null and id <> $3 and lower(name) = lower($4)`,
    [tx.tenantId, shelf.userId, id, name],
  )
  if (rowCount !== 0) throw new Failure('conflict', 'view.exists', 'There is a view with this name already.')
}

const refuseTooMany = async (tx: Tx, shelf: Shelf): Promise<void> => {
  const limit = shelf.isShared ? most.shared : most.own
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from conversations.saved_view where tenant_id = $1 and ${onShelf(shelf)} and $2::uuid is not null and removed_at is null`,
    [tx.tenantId, shelf.userId],
  )
  if (rows[0]!.count >= limit) throw new Failure('conflict', 'view.too_many', `At most ${limit} views.`)
}

export const createView = async (tx: Tx, ports: Ports, shelf: Shelf, { name, shows }: SavedViewSettings): Promise<SavedView> => {
  const id = ports.newId()
  await hold(tx, shelf)
  await refuseTooMany(tx, shelf)
  await refuseSameName(tx, shelf, id, name)
  await tx.query(
    'insert into conversations.saved_view (tenant_id, id, owner_id, name, is_shared, shows, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
    [tx.tenantId, id, shelf.userId, name, shelf.isShared, JSON.stringify(shows), ports.now()],
  )
  return readView(tx, shelf.userId, id)
}

type Change = { name?: string | undefined; shows?: InboxFilter | undefined }

export const updateView = async (tx: Tx, ports: Ports, shelf: Shelf, id: string, change: Change): Promise<SavedView> => {
  await hold(tx, shelf)
  const before = await readView(tx, shelf.userId, id, shelf)
  const { name, shows } = { name: change.name ?? before.name, shows: change.shows ?? before.shows }
  await refuseSameName(tx, shelf, id, name)
  await tx.query('update conversations.saved_view set name = $3, shows = $4, updated_at = $5 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    name,
    JSON.stringify(shows),
    ports.now(),
  ])
  return readView(tx, shelf.userId, id)
}

const earliest = (ports: Ports) => new Date(ports.now().getTime() - restoreWithinHours * 3_600_000)

/** Removed ones can be brought back for a day; whoever removes the next one takes away what is older. */
export const removeView = async (tx: Tx, ports: Ports, shelf: Shelf, id: string): Promise<SavedView> => {
  await hold(tx, shelf)
  const before = await readView(tx, shelf.userId, id, shelf)
  await tx.query(`delete from conversations.saved_view where tenant_id = $1 and ${onShelf(shelf)} and $2::uuid is not null and removed_at < $3`, [
    tx.tenantId,
    shelf.userId,
    earliest(ports),
  ])
  await tx.query('update conversations.saved_view set removed_at = $3 where tenant_id = $1 and id = $2', [tx.tenantId, id, ports.now()])
  return before
}

export const restoreView = async (tx: Tx, ports: Ports, shelf: Shelf, id: string): Promise<SavedView> => {
  await hold(tx, shelf)
  const { rows } = await tx.query<{ name: string }>(
    `select name from conversations.saved_view where tenant_id = $1 and ${onShelf(shelf)} and $2::uuid is not null and id = $3 and removed_at >= $4`,
    [tx.tenantId, shelf.userId, id, earliest(ports)],
  )
  if (!rows[0]) throw absent('view')
  await refuseTooMany(tx, shelf)
  await refuseSameName(tx, shelf, id, rows[0].name)
  await tx.query('update conversations.saved_view set removed_at = null where tenant_id = $1 and id = $2', [tx.tenantId, id])
  return readView(tx, shelf.userId, id)
}

/** Gives a view a key for one person, or takes it away. What had that key loses it. */
export const pinView = async (tx: Tx, userId: string, id: string, key: number | null): Promise<SavedView> => {
  await readView(tx, userId, id)
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('pinned views ' || $1::text || $2::text, 0))`, [tx.tenantId, userId])
  await tx.query('delete from conversations.view_pin where tenant_id = $1 and user_id = $2 and (view_id = $3 or key = $4)', [tx.tenantId, userId, id, key])
  if (key !== null)
    await tx.query('insert into conversations.view_pin (tenant_id, user_id, key, view_id) values ($1, $2, $3, $4)', [tx.tenantId, userId, key, id])
  return readView(tx, userId, id)
}
