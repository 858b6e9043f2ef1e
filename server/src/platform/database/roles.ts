import { createHmac } from 'node:crypto'
import pg from 'pg'

/**
 * The four roles. `cq_owner` owns the tables and cannot log in; the application is `cq_app` (row-level security, owns nothing);
 * `cq_system` claims lanes and takes deliveries in; `cq_auditor` reads. None bypasses row-level security.
 */
const loginRoles = ['cq_app', 'cq_system', 'cq_auditor'] as const
export type LoginRole = 'cq_app' | 'cq_system'

/** The password of a role, derived from the installation's key, so that nothing has to be kept. */
export const passwordOf = (role: string, secret: string): string => createHmac('sha256', secret).update(`database-role:${role}`).digest('hex')

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Of all advisory locks of the product, that of the roles. */
const lockKey = 7_223_846_002

/**
 * Makes missing roles and lets the administrator act as the owner. Needs a login with CREATEROLE; safe to run at every start, also by two nodes
 * at once: grants on one object that meet would fail with "tuple concurrently updated".
 */
export const ensureRoles = async (admin: pg.Client, secret: string): Promise<void> => {
  await admin.query('select pg_advisory_lock($1)', [lockKey])
  try {
    await makeRoles(admin, secret)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

const makeRoles = async (admin: pg.Client, secret: string): Promise<void> => {
  const { rows } = await admin.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'cq\\_%'`)
  const known = new Set(rows.map((row) => row.rolname))
  if (!known.has('cq_owner')) await create(admin, 'create role cq_owner nologin')
  for (const role of loginRoles) if (!known.has(role)) await create(admin, `create role ${role} login nobypassrls password '${passwordOf(role, secret)}'`)
  const { rows: me } = await admin.query<{ superuser: boolean; name: string; database: string }>(
    'select rolsuper as superuser, rolname as name, current_database() as database from pg_roles where rolname = current_user',
  )
  if (!me[0]!.superuser) for (const role of ['cq_owner', ...loginRoles]) await admin.query(`grant ${role} to ${quote(me[0]!.name)}`)
  await admin.query(`grant create, connect, temporary on database ${quote(me[0]!.database)} to cq_owner`)
}

/** Two nodes may start together: the second finds the role made meanwhile. */
const create = (admin: pg.Client, statement: string) =>
  admin.query(statement).catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error
  })

/**
 * How to connect as a role: with its own login where that works, else through the administrator's login with the role set from the first
 * statement on (peer authentication, or a cluster shared with an installation that has another key).
 */
export const connectionFor = async (adminUrl: string, role: LoginRole, secret: string): Promise<pg.ClientConfig & { own: boolean }> => {
  const own = new URL(adminUrl.replace(/^postgres(ql)?:\/\/(?=\/|[^@/]*$)/, 'postgres://@'))
  own.username = role
  own.password = passwordOf(role, secret)
  const probe = new pg.Client({ connectionString: own.href })
  probe.on('error', () => {})
  try {
    await probe.connect()
    return { connectionString: own.href, own: true }
  } catch (error) {
    if (!['28P01', '28000'].includes((error as { code?: string }).code ?? '')) throw error
    return { connectionString: adminUrl, options: `-c role=${role}`, own: false }
  } finally {
    await probe.end().catch(() => {})
  }
}

/** `ensureRoles` on a connection of its own. */
export const ensureRolesAt = async (adminUrl: string, secret: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await ensureRoles(admin, secret)
  } finally {
    await admin.end()
  }
}
