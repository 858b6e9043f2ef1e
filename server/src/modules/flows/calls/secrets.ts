import type { FlowDefinition, FlowNode, FlowProblem, FlowSecret } from '@chasqui/contracts'
import { secretsReadBy } from '@chasqui/flow/steps/api_call/secrets-of-node'
import { hostOf } from './host.ts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { usesOf } from './secret-uses.ts'

type Row = { id: string; name: string; hosts: string[]; created_at: Date; updated_at: Date; last_used_at: Date | null }
export type SecretSettings = { name: string; value: string; hosts: string[] }

const columns = 'id, name, hosts, created_at, updated_at, last_used_at'
const aboutOf = (id: string) => `flow secret:${id}`
const secretOf = (row: Row): FlowSecret => ({
  id: row.id,
  name: row.name,
  hosts: row.hosts,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
})
const factsOf = ({ name, hosts }: FlowSecret) => ({ name, hosts })

const readSecret = async (tx: Tx, id: string): Promise<FlowSecret> => {
  const { rows } = await tx.query<Row>(`select ${columns} from flows.secret where tenant_id = $1 and id = $2 for update`, [tx.tenantId, id])
  if (!rows[0]) throw absent('secret')
  return secretOf(rows[0])
}

/** The secrets of a tenant by name, without what they hold. */
export const listSecrets = async (tx: Tx): Promise<{ items: FlowSecret[] }> => {
  const { rows } = await tx.query<Row>(`select ${columns} from flows.secret where tenant_id = $1 order by name`, [tx.tenantId])
  return { items: rows.map(secretOf) }
}

/** Most secrets of a tenant. */
const mostSecrets = 200

export const createSecret = async (tx: Tx, ports: FlowsPorts, { name, value, hosts }: SecretSettings): Promise<FlowSecret> => {
  const { rows } = await tx.query<{ count: number }>('select count(*)::int as count from flows.secret where tenant_id = $1', [tx.tenantId])
  if (rows[0]!.count >= mostSecrets) throw new Failure('conflict', 'flow_secret.too_many', `At most ${mostSecrets} secrets can be kept.`)
  const id = ports.newId()
  await tx
    .query('insert into flows.secret (tenant_id, id, name, sealed, hosts, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)', [
      tx.tenantId,
      id,
      name,
      ports.seal(value, aboutOf(id)),
      hosts,
      ports.now(),
    ])
    .catch((error: { code?: string }) => {
      if (error.code === '23505') throw new Failure('conflict', 'flow_secret.name_taken', `There is a secret “${name}” already.`)
      throw error
    })
  const secret = await readSecret(tx, id)
  tx.record({ subject: { kind: 'flow_secret', id, name }, after: factsOf(secret) })
  return secret
}

/** Gives a secret another value or other hosts; its name stands in flows and stays. */
export const changeSecret = async (
  tx: Tx,
  ports: FlowsPorts,
  id: string,
  change: { value?: string | undefined; hosts?: string[] | undefined },
): Promise<FlowSecret> => {
  const before = await readSecret(tx, id)
  await tx.query('update flows.secret set sealed = coalesce($3, sealed), hosts = coalesce($4, hosts), updated_at = $5 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    change.value === undefined ? null : ports.seal(change.value, aboutOf(id)),
    change.hosts ?? null,
    ports.now(),
  ])
  const after = await readSecret(tx, id)
  tx.record({
    subject: { kind: 'flow_secret', id, name: after.name },
    before: factsOf(before),
    after: { ...factsOf(after), ...(change.value !== undefined && { valueGiven: true }) },
  })
  return after
}

/** Removes a secret that no flow needs: no draft, nothing published or planned, and nobody who is still inside an earlier version. */
export const removeSecret = async (tx: Tx, id: string): Promise<void> => {
  const secret = await readSecret(tx, id)
  const flows = (await usesOf(tx, secret.name)).flatMap((use) => use.flows)
  if (flows[0])
    throw new Failure('conflict', 'flow_secret.in_use', `The flow “${flows[0].name}” uses this secret.`, {
      errors: flows.map((flow) => ({ path: `flows.${flow.id}`, code: 'flow_secret.in_use', message: flow.name })),
    })
  await tx.query('delete from flows.secret where tenant_id = $1 and id = $2', [tx.tenantId, id])
  tx.record({ subject: { kind: 'flow_secret', id, name: secret.name }, before: factsOf(secret) })
}

/** Whether a secret may go to a host: to any, to one that is named, or below one that is named with a star (`*.example.com`). */
export const maySee = (hosts: string[], host: string): boolean => {
  const name = host.replace(/:\d+$/, '')
  const isBelow = (allowed: string) => allowed.startsWith('*.') && (name.endsWith(allowed.slice(1)) || host.endsWith(allowed.slice(1)))
  return hosts.length === 0 || hosts.some((allowed) => allowed === host || allowed === name || isBelow(allowed))
}

/** Opens the secrets that a call needs; null when one is missing or must not be sent to where the call goes. */
export const openSecrets = async (tx: Tx, ports: Pick<FlowsPorts, 'open' | 'now'>, names: string[], url: string): Promise<Map<string, string> | null> => {
  if (names.length === 0) return new Map()
  const host = hostOf(url)
  const { rows } = await tx.query<{ id: string; name: string; hosts: string[]; sealed: Buffer }>(
    'select id, name, hosts, sealed from flows.secret where tenant_id = $1 and name = any($2::text[])',
    [tx.tenantId, names],
  )
  if (rows.length !== names.length || rows.some(({ hosts }) => !maySee(hosts, host))) return null
  await noteUse(tx, names, ports.now())
  return new Map(rows.map(({ id, name, sealed }) => [name, ports.open(sealed, aboutOf(id))]))
}

/** To the minute: calls at the same time do not wait for each other to write down the same. */
const noteUse = (tx: Tx, names: string[], now: Date) =>
  tx.query('update flows.secret set last_used_at = $3 where tenant_id = $1 and name = any($2::text[]) and (last_used_at is null or last_used_at < $4)', [
    tx.tenantId,
    names,
    now,
    new Date(now.getTime() - 60_000),
  ])

/** What a definition asks for and the tenant does not have, or does not let go to where the step calls, each with its step. */
export const secretProblems = async (tx: Tx, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const wanted = Object.entries(definition.nodes).flatMap(([id, node]) => secretsReadBy(node).map((name) => ({ id, name, host: hostCalledBy(node) })))
  if (wanted.length === 0) return []
  const { rows } = await tx.query<{ name: string; hosts: string[] }>('select name, hosts from flows.secret where tenant_id = $1', [tx.tenantId])
  const known = new Map(rows.map(({ name, hosts }) => [name, hosts]))
  return wanted.flatMap(({ id, name, host }): FlowProblem[] => {
    const hosts = known.get(name)
    if (!hosts) return [{ severity: 'error', nodeId: id, code: 'flow.secret_missing', message: `There is no secret “${name}”.`, values: { name } }]
    // What is wrong with an address that names no host is told of the address.
    if (host === '' || maySee(hosts, host)) return []
    const message = `The secret “${name}” may not be sent to ${host}.`
    return [{ severity: 'error', nodeId: id, code: 'flow.secret_not_for_host', message, field: 'url', values: { name, host } }]
  })
}

/** Variables stand behind the host, never in it. */
const hostCalledBy = (node: FlowNode): string => (node.type === 'api_call' ? hostOf(node.url.trim()) : '')
