import type { HostedTenant, Page, TenantLimits } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import { difference } from '#platform/acts/difference'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { isId } from '#platform/ids'
import { hostedTenants, ownTerms, termsOf, saveExport, saveStatus, saveTerms, startCounting, type TenantFilter } from './hosted-store.ts'
import type { TenancyPorts } from './ports.ts'

type Query = { q?: string | undefined; status?: HostedTenant['status'] | undefined; cursor?: string | undefined; limit: number }
export type TermsChange = { name?: string | undefined; limits?: Partial<TenantLimits> | undefined }

const writeCursor = ({ name, id }: HostedTenant): string => Buffer.from(JSON.stringify([name.toLowerCase(), id])).toString('base64url')

const readCursor = (cursor: string): TenantFilter['after'] => {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof name === 'string' && !name.includes('\0') && isId(id)) return { name, id }
  } catch {
    // Not JSON: answered below like any other foreign text.
  }
  throw foreignCursor()
}

const everyone = { q: null, status: null, after: null, ids: null }

/** What the host of the installation sees and decides; nothing here asks who is calling. */
export const hostsView = (ports: TenancyPorts) => {
  const list = async ({ q, status, cursor, limit }: Query): Promise<Page<HostedTenant>> => {
    const after = cursor === undefined ? null : readCursor(cursor)
    const filter = { ...everyone, q: q || null, status: status ?? null, after, limit: limit + 1, now: ports.clock.now() }
    const found = await hostedTenants(ports.database.system, filter)
    const items = found.slice(0, limit)
    return { items, nextCursor: found.length > limit ? writeCursor(items.at(-1)!) : null }
  }

  const read = async (id: string): Promise<HostedTenant> => {
    const [tenant] = await hostedTenants(ports.database.system, { ...everyone, ids: [id], limit: 1, now: ports.clock.now() })
    if (!tenant) throw absent('tenant')
    return tenant
  }

  /** Within the transaction that made the tenant, or in one of its own. */
  const setTerms = async (tx: Tx, { name, limits = {} }: TermsChange): Promise<void> => {
    const at = ports.clock.now()
    const before = await ownTerms(tx, at)
    await saveTerms(tx, { name, limits }, at)
    if (limits.messages !== undefined && limits.messages !== null && before.limits.messages === null) await startCounting(tx, before.usage.messages, at)
    tx.publish({ type: 'tenant.changed', payload: {} })
    tx.afterCommit(() => ports.hints.changed('tenant', tx.tenantId))
  }

  const change = async (id: string, terms: TermsChange): Promise<HostedTenant> => {
    await read(id)
    await ports.database.inTenant(id, async (tx) => {
      const before = await termsOf(tx)
      await setTerms(tx, terms)
      const after = await termsOf(tx)
      tx.record({ action: 'tenant.changed', subject: { kind: 'tenant', id, name: after.name }, ...difference(before, after) })
    })
    return read(id)
  }

  /** Doing it twice is doing it once. Everybody who is signed in for the tenant is looked at again as soon as the hint arrives. */
  const setStatus = async (id: string, status: HostedTenant['status'], along: (tx: Tx) => Promise<void> = async () => {}): Promise<HostedTenant> => {
    await read(id)
    await ports.database.inTenant(id, async (tx) => {
      const { status: before, name } = await termsOf(tx)
      if (!(await saveStatus(tx, status, ports.clock.now()))) return
      const action = status === 'suspended' ? 'tenant.suspended' : 'tenant.resumed'
      tx.record({ action, subject: { kind: 'tenant', id, name }, before: { status: before }, after: { status } })
      await along(tx)
      tx.publish({ type: 'tenant.changed', payload: {} })
      tx.afterCommit(() => ports.hints.changed('tenant', id))
    })
    return read(id)
  }

  /** An export reached its end; what was there at `at` is in it. */
  const noteExport = (id: string, at: Date): Promise<void> => ports.database.inTenant(id, async (tx) => void (await saveExport(tx, at)))

  return { list, read, setTerms, change, setStatus, noteExport }
}

export const ownUsage =
  (ports: TenancyPorts) =>
  (tx: Tx): Promise<{ limits: TenantLimits; usage: HostedTenant['usage'] }> =>
    ownTerms(tx, ports.clock.now())
