import type { HostedTenant, TenantLimits } from '@chasqui/contracts'
import type { Identity, OwnersWay } from '#identity'
import type { Database } from '#platform/database/open'
import { Failure } from '#platform/failure'
import type { Furnish, NewTenant, Tenancy } from '#tenancy'

type Owner = { email: string; name: string }
type Wanted = {
  name: string
  slug?: string | undefined
  country?: string | undefined
  language?: NewTenant['locale'] | undefined
  owner: Owner
  limits?: Partial<TenantLimits> | undefined
}
/** `mail`: whether an owner who is invited may be told by mail; the command line ends before one would leave. */
type Ports = { tenancy: Tenancy; identity: Identity; furnish: Furnish; mail: boolean }
type Owned = OwnersWay & { tenant: HostedTenant }

const given = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value })

/**
 * A tenant with all that it starts with, in one transaction with its owner: a member at once whose account nobody has used yet, or an invitation to
 * whoever holds the account, until when the tenant waits for them.
 */
export const addTenant =
  ({ tenancy, identity, furnish, mail }: Ports) =>
  async ({ name, slug, country, language, owner, limits }: Wanted): Promise<Owned> => {
    let id = ''
    const way = await identity.appointOwner(owner, { mail }, (appoint) =>
      tenancy.createTenant({ name, ...given('slug', slug), ...given('country', country), ...given('locale', language) }, async (tx, tenant) => {
        id = tenant.id
        await furnish(tx, tenant)
        await appoint(tx)
        if (limits) await tenancy.hosted.setTerms(tx, { limits })
      }),
    )
    return { tenant: await tenancy.hosted.read(id), ...way }
  }

const nobodyAwaited = () => new Failure('conflict', 'tenant.owner_unknown', 'This organisation waits for nobody yet. Say who administers it.')

/** A new way in for the owner for whom a tenant waits, or for another one in their place. */
export const appointOwner =
  ({ tenancy, identity, database, mail }: Omit<Ports, 'furnish'> & { database: Pick<Database, 'inTenant'> }) =>
  async (id: string, owner?: Owner): Promise<Owned> => {
    const { awaitedOwner } = await tenancy.hosted.read(id)
    const awaited = awaitedOwner?.email ? { email: awaitedOwner.email, name: awaitedOwner.name ?? awaitedOwner.email } : undefined
    const wanted = owner ?? awaited
    if (!wanted) throw awaitedOwner ? nobodyAwaited() : new Failure('conflict', 'tenant.has_owner', 'This organisation has somebody who administers it.')
    const way = await identity.appointOwner(wanted, { mail }, (appoint) => database.inTenant(id, appoint))
    return { tenant: await tenancy.hosted.read(id), ...way }
  }
