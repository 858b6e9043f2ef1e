import type { HiddenField, Permission, Reach } from '@chasqui/contracts'
import type { Runner } from './runner.ts'

export type NewSession = {
  id: string
  userId: string
  address: string | null
  agent: string | null
  at: Date
  /** Whether a second step was taken to get in. */
  twoSteps?: boolean
}

export const insertSession = (runner: Runner, session: NewSession): Promise<unknown> =>
  runner.query('insert into identity.session (id, user_id, created_at, last_used_at, address, agent, two_steps) values ($1, $2, $3, $3, $4, $5, $6)', [
    session.id,
    session.userId,
    session.at,
    session.address,
    session.agent,
    session.twoSteps ?? false,
  ])

/** Whoever has just shown a code of the second step in a session has taken it. */
export const markTwoSteps = (runner: Runner, sessionId: string): Promise<unknown> =>
  runner.query('update identity.session set two_steps = true where id = $1', [sessionId])

/** Ends one session; false when it had ended before. */
export const endSession = async (runner: Runner, sessionId: string, at: Date): Promise<boolean> =>
  (await runner.query('update identity.session set ended_at = $2 where id = $1 and ended_at is null', [sessionId, at])).rowCount === 1

/** Ends all sessions of a person and names those that were alive. */
export const endSessionsOf = async (runner: Runner, userId: string, at: Date): Promise<string[]> =>
  (await runner.query<{ id: string }>('update identity.session set ended_at = $2 where user_id = $1 and ended_at is null returning id', [userId, at])).rows.map(
    ({ id }) => id,
  )

/** Ends all sessions of a person but one and names those that were alive. */
export const endOtherSessions = async (runner: Runner, userId: string, kept: string, at: Date): Promise<string[]> => {
  const text = 'update identity.session set ended_at = $3 where user_id = $1 and id <> $2 and ended_at is null returning id'
  return (await runner.query<{ id: string }>(text, [userId, kept, at])).rows.map(({ id }) => id)
}

export const touchSession = (runner: Runner, sessionId: string, at: Date): Promise<unknown> =>
  runner.query('update identity.session set last_used_at = $2 where id = $1', [sessionId, at])

export type StandingRow = {
  ended: boolean
  userStatus: string
  epoch: number
  isHostAdmin: boolean
  name: string
  language: 'es' | 'pt-BR' | 'en' | null
  /** Null without an active membership in the tenant asked for. */
  role: string | null
  /** What a role of the tenant's own gives; null for a built-in one. */
  ownRole: { permissions: Permission[]; reach: Reach; hides: HiddenField[] } | null
  /** The role asks for a second step of the sign-in, and there is none. */
  twoFactorMissing: boolean
  /** Why this session does not reach the host's acts, of whoever administers the installation. */
  hostStep: 'taken' | 'set_up' | 'sign_in'
}

/** All that decides whether an access token of this session still holds, in one statement. */
export const standingOf = async (runner: Runner, sessionId: string, userId: string, tenantId: string | null): Promise<StandingRow | null> =>
  (
    await runner.query<StandingRow>(
      `select s.ended_at is not null as ended, u.status as "userStatus", u.epoch, u.is_host_admin as "isHostAdmin", coalesce(m.shown_name, u.name) as name, coalesce(u.language, m.language) as language, m.role,
       case when r.id is not null then json_build_object('permissions', r.permissions, 'reach', r.reach, 'hides', r.hides) end as "ownRole",
       exists (select 1 from identity.two_factor_role t where t.tenant_id = m.tenant_id and t.role = m.role)
         and not exists (select 1 from identity.two_factor f where f.user_id = u.id and f.enabled_at is not null) as "twoFactorMissing",
       case when s.two_steps or not u.is_host_admin then 'taken'
         when exists (select 1 from identity.two_factor f where f.user_id = u.id and f.enabled_at is not null) then 'sign_in'
         when exists (select 1 from identity.membership o join identity.two_factor_role t on t.tenant_id = o.tenant_id and t.role = o.role
                      where o.user_id = u.id and o.status = 'active') then 'set_up'
         else 'taken' end as "hostStep"
     from identity.session s join identity."user" u on u.id = s.user_id
     left join identity.membership m on m.user_id = u.id and m.tenant_id = $3 and m.status = 'active'
     left join identity.role r on r.tenant_id = m.tenant_id and r.id = m.role_id
     where s.id = $1 and s.user_id = $2`,
      [sessionId, userId, tenantId],
    )
  ).rows[0] ?? null

/** Ends a session if it is this person's and alive; false otherwise. */
export const endOwnSession = async (runner: Runner, userId: string, sessionId: string, at: Date): Promise<boolean> =>
  (await runner.query('update identity.session set ended_at = $3 where user_id = $1 and id = $2 and ended_at is null', [userId, sessionId, at])).rowCount === 1

export type SessionRow = { id: string; agent: string | null; address: string | null; createdAt: Date; lastUsedAt: Date }

/** Sessions of a person that can still be renewed, newest first, starting behind `before`. */
export const sessionsBefore = async (runner: Runner, of: { userId: string; before: string | null; now: Date; limit: number }): Promise<SessionRow[]> =>
  (
    await runner.query<SessionRow>(
      `select id, agent, address, created_at as "createdAt", last_used_at as "lastUsedAt" from identity.session s
     where user_id = $1 and ended_at is null and ($2::uuid is null or id < $2)
       and exists (select 1 from identity.refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $3)
     order by id desc limit $4`,
      [of.userId, of.before, of.now, of.limit],
    )
  ).rows

/** Sign-ins of a person that were used for one tenant, newest first, starting behind `before`. Where the host acted as them is none of theirs. */
export const signInsBefore = async (
  system: Runner,
  of: { userId: string; tenantId: string; before: string | null; now: Date; limit: number },
): Promise<(SessionRow & { open: boolean })[]> =>
  (
    await system.query<SessionRow & { open: boolean }>(
      `select id, agent, address, created_at as "createdAt", last_used_at as "lastUsedAt",
         ended_at is null and exists (select 1 from identity.refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $4) as open
       from identity.session s where user_id = $1 and ($3::uuid is null or id < $3)
         and exists (select 1 from identity.refresh_token t where t.session_id = s.id and t.tenant_id = $2)
       order by id desc limit $5`,
      [of.userId, of.tenantId, of.before, of.now, of.limit],
    )
  ).rows
