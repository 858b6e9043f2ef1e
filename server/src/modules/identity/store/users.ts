import type { Runner } from './runner.ts'

export type UserRow = {
  id: string
  email: string
  name: string
  language: 'es' | 'pt-BR' | 'en' | null
  status: 'active' | 'inactive' | 'suspended'
  epoch: number
  isHostAdmin: boolean
  passwordHash: string | null
  /** Whether somebody showed that they read the mail of this address and hold the account, or the host said whose it is. */
  emailProven: boolean
}

const columns =
  'id, email, name, language, status, epoch, is_host_admin as "isHostAdmin", password_hash as "passwordHash", email_proven_at is not null as "emailProven"'

export const userByEmail = async (runner: Runner, email: string): Promise<UserRow | null> =>
  (await runner.query<UserRow>(`select ${columns} from identity."user" where email = $1`, [email])).rows[0] ?? null

export const userById = async (runner: Runner, id: string): Promise<UserRow | null> =>
  (await runner.query<UserRow>(`select ${columns} from identity."user" where id = $1`, [id])).rows[0] ?? null

export type NewUser = { id: string; email: string; name: string; passwordHash: string | null; at: Date }

/** False when somebody with this address exists already. */
export const insertUser = async (runner: Runner, user: NewUser): Promise<boolean> => {
  const { rowCount } = await runner.query(
    `insert into identity."user" (id, email, name, password_hash, created_at, updated_at) values ($1, $2, $3, $4, $5, $5) on conflict (email) do nothing`,
    [user.id, user.email, user.name, user.passwordHash, user.at],
  )
  return rowCount === 1
}

/** Sets a password and moves the epoch on, which makes every access token of this person worthless. */
export const replacePassword = (runner: Runner, userId: string, hash: string, at: Date): Promise<unknown> =>
  runner.query('update identity."user" set password_hash = $2, epoch = epoch + 1, updated_at = $3 where id = $1', [userId, hash, at])

/** Sets a password that its owner chose; which sessions go on is theirs to decide. */
export const setPassword = (runner: Runner, userId: string, hash: string, at: Date): Promise<unknown> =>
  runner.query('update identity."user" set password_hash = $2, updated_at = $3 where id = $1', [userId, hash, at])

/** The same password under a better hash. */
export const upgradeHash = (runner: Runner, userId: string, hash: string): Promise<unknown> =>
  runner.query('update identity."user" set password_hash = $2 where id = $1', [userId, hash])

export type ProfileChange = { name?: string | undefined; language?: UserRow['language'] | undefined }

/** Fields left undefined stay; a language of null means "follow the tenant". */
export const saveProfile = async (runner: Runner, userId: string, change: ProfileChange, at: Date): Promise<UserRow | null> => {
  const { rows } = await runner.query<UserRow>(
    `update identity."user" set name = coalesce($2, name), language = case when $3 then $4 else language end, updated_at = $5 where id = $1 returning ${columns}`,
    [userId, change.name ?? null, change.language !== undefined, change.language ?? null, at],
  )
  return rows[0] ?? null
}

/** Whether nobody has had this account yet: it has no password, nobody signed in to it, and it never belonged anywhere. */
export const isUnusedAccount = async (runner: Runner, userId: string): Promise<boolean> =>
  (
    await runner.query(
      `select 1 from identity."user" u where u.id = $1 and u.password_hash is null and not u.is_host_admin
         and not exists (select 1 from identity.membership m where m.user_id = u.id) and not exists (select 1 from identity.session s where s.user_id = u.id)`,
      [userId],
    )
  ).rows.length === 1

export const proveEmail = (runner: Runner, userId: string, at: Date): Promise<unknown> =>
  runner.query('update identity."user" set email_proven_at = coalesce(email_proven_at, $2) where id = $1', [userId, at])

/** Whose password came from somebody else has shown nothing any more. */
export const doubtEmail = (runner: Runner, userId: string): Promise<unknown> =>
  runner.query('update identity."user" set email_proven_at = null where id = $1', [userId])

/** The cost (a power of two) of the costliest bcrypt hash in use; null where there is none. */
export const highestBcryptCost = async (runner: Runner): Promise<number | null> =>
  (
    await runner.query<{ cost: number | null }>(
      `select max(substr(password_hash, 5, 2))::int as cost from identity."user" where password_hash like '$2%' and password_hash ~ '^[$]2[aby][$](0[4-9]|1[0-4])[$]'`,
    )
  ).rows[0]?.cost ?? null

/** False when there is no such account or it administers the installation already. */
export const makeHostAdmin = async (runner: Runner, email: string, at: Date): Promise<boolean> =>
  (
    await runner.query('update identity."user" set is_host_admin = true, email_proven_at = $2, updated_at = $2 where email = $1 and not is_host_admin', [
      email,
      at,
    ])
  ).rowCount === 1

/** Takes back an account that nothing refers to yet. */
export const removeNewUser = (runner: Runner, userId: string): Promise<unknown> => runner.query('delete from identity."user" where id = $1', [userId])
