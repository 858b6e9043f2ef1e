import type { Team } from '@chasqui/contracts'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import type { Actor } from '../authenticate.ts'
import type { IdentityPorts } from '../ports.ts'

type TeamMaker = Pick<Actor, 'userId' | 'reach'>
type Row = { id: string; name: string; memberIds: string[]; createdAt: Date }
const select = `select t.id, t.name, t.created_at as "createdAt", array(
    select m.user_id from identity.team_member m where m.tenant_id = t.tenant_id and m.team_id = t.id order by m.user_id)::text[] as "memberIds"
  from identity.team t where t.tenant_id = $1`
const teamOf = ({ createdAt, ...row }: Row): Team => ({ ...row, createdAt: createdAt.toISOString() })

const teamFacts = ({ name, memberIds }: Team) => ({ name, memberIds })

export const listTeams = async (tx: Tx): Promise<{ items: Team[] }> => ({
  items: (await tx.query<Row>(`${select} order by t.name collate "es-x-icu", t.id`, [tx.tenantId])).rows.map(teamOf),
})

const readTeam = async (tx: Tx, id: string): Promise<Team> => {
  const { rows } = await tx.query<Row>(`${select} and t.id = $2`, [tx.tenantId, id])
  if (!rows[0]) throw absent('team')
  return teamOf(rows[0])
}

const requireFreeName = async (tx: Tx, id: string, name: string): Promise<void> => {
  const { rows } = await tx.query('select 1 from identity.team where tenant_id = $1 and lower(name) = lower($2) and id <> $3', [tx.tenantId, name, id])
  if (rows.length === 0) return
  const message = 'Another team has this name.'
  throw new Failure('conflict', 'teams.name_taken', message, { errors: [{ path: 'name', code: 'teams.name_taken', message }] })
}

const setMembers = async (tx: Tx, teamId: string, userIds: string[]): Promise<void> => {
  await tx.query('delete from identity.team_member where tenant_id = $1 and team_id = $2 and user_id <> all($3::uuid[])', [tx.tenantId, teamId, userIds])
  await tx.query(
    `insert into identity.team_member (tenant_id, team_id, user_id)
     select tenant_id, $2, user_id from identity.membership where tenant_id = $1 and user_id = any($3::uuid[]) and status <> 'removed' on conflict do nothing`,
    [tx.tenantId, teamId, userIds],
  )
  const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from identity.team_member where tenant_id = $1 and team_id = $2', [
    tx.tenantId,
    teamId,
  ])
  if (rows[0]?.count === userIds.length) return
  const message = 'One of these people is not a member here.'
  throw new Failure('invalid', 'user.unknown', message, { errors: [{ path: 'memberIds', code: 'user.unknown', message }] })
}

/**
 * A team opens what each member has to the others: whoever does not see everything brings together only those whose conversations they see already,
 * else they would widen their own reach, or give others a wider one.
 */
const refuseBeyondReach = async (tx: Tx, by: TeamMaker, memberIds: readonly string[]): Promise<void> => {
  if (by.reach === 'all') return
  const reached = [by.userId, ...(by.reach === 'team' ? await teammatesOf(tx, by.userId) : [])]
  if (memberIds.every((id) => reached.includes(id))) return
  const message = 'You cannot bring together people whose conversations you do not see.'
  throw new Failure('forbidden', 'access.more_than_own', message, { errors: [{ path: 'memberIds', code: 'access.more_than_own', message }] })
}

/** One writer of teams at a time per tenant, so that two with one name meet the check and not the index. */
const oneAtATime = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtextextended($1, 14))', [`teams ${tx.tenantId}`])

/** Whose conversations people see may follow from their teams: everybody of the tenant is looked at anew, and every open page hears of it. */
const teamChanged = (tx: Tx, ports: Pick<IdentityPorts, 'hints'>, teamId: string): void => {
  tx.publish({ type: 'team.changed', payload: { teamId } })
  tx.afterCommit(() => ports.hints.changed('tenant', tx.tenantId))
}

export const createTeam =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: TeamMaker, { name, memberIds }: { name: string; memberIds: string[] }): Promise<Team> => {
    const id = newId()
    await oneAtATime(tx)
    await refuseBeyondReach(tx, by, memberIds)
    await requireFreeName(tx, id, name)
    await tx.query('insert into identity.team (tenant_id, id, name, created_at) values ($1, $2, $3, $4)', [tx.tenantId, id, name, ports.clock.now()])
    await setMembers(tx, id, memberIds)
    teamChanged(tx, ports, id)
    tx.record({ subject: { kind: 'team', id, name }, after: { name, memberIds } })
    return readTeam(tx, id)
  }

export const updateTeam =
  (ports: IdentityPorts) =>
  async (tx: Tx, by: TeamMaker, id: string, { name, memberIds }: { name?: string | undefined; memberIds?: string[] | undefined }): Promise<Team> => {
    await oneAtATime(tx)
    const before = await readTeam(tx, id)
    if (memberIds?.some((member) => !before.memberIds.includes(member))) await refuseBeyondReach(tx, by, memberIds)
    if (name !== undefined) {
      await requireFreeName(tx, id, name)
      await tx.query('update identity.team set name = $3 where tenant_id = $1 and id = $2', [tx.tenantId, id, name])
    }
    if (memberIds) await setMembers(tx, id, memberIds)
    teamChanged(tx, ports, id)
    const after = await readTeam(tx, id)
    tx.record({ subject: { kind: 'team', id, name: after.name }, ...difference(teamFacts(before), teamFacts(after)) })
    return after
  }

export const removeTeam =
  (ports: IdentityPorts) =>
  async (tx: Tx, id: string): Promise<void> => {
    const team = await readTeam(tx, id)
    const { rowCount } = await tx.query('delete from identity.team where tenant_id = $1 and id = $2', [tx.tenantId, id])
    if (rowCount === 0) throw absent('team')
    tx.record({ subject: { kind: 'team', id, name: team.name }, before: teamFacts(team) })
    teamChanged(tx, ports, id)
  }

/** Who is in a team with this person, themselves not counted. */
export const teammatesOf = async (tx: Tx, userId: string): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `select distinct mate.user_id as id from identity.team_member mine join identity.team_member mate on mate.tenant_id = mine.tenant_id and mate.team_id = mine.team_id
       where mine.tenant_id = $1 and mine.user_id = $2 and mate.user_id <> $2`,
      [tx.tenantId, userId],
    )
  ).rows.map(({ id }) => id)
