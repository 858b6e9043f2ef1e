import type { HostedTenant, TenantLimits } from '@chasqui/contracts'
import type { Identity } from '#identity'
import type { Furnish, NewTenant, Tenancy } from '#tenancy'

type Wanted = {
  name: string
  slug?: string | undefined
  country?: string | undefined
  language?: NewTenant['locale'] | undefined
  owner: { email: string; name: string }
  limits?: Partial<TenantLimits> | undefined
}
type Ports = { tenancy: Tenancy; identity: Identity; furnish: Furnish }

const given = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value })

/**
 * A tenant with all that it starts with and its owner, in one transaction. Only an account that nobody has used yet gets a sign-in key: a key for
 * somebody else's account would open their other organisations too.
 */
export const addTenant =
  ({ tenancy, identity, furnish }: Ports) =>
  async ({ name, slug, country, language, owner, limits }: Wanted): Promise<{ tenant: HostedTenant; ownerEmail: string; signInKey: string | null }> => {
    const person = await identity.ensurePerson(owner)
    const { id } = await tenancy.createTenant(
      { name, ...given('slug', slug), ...given('country', country), ...given('locale', language) },
      async (tx, tenant) => {
        await furnish(tx, tenant)
        await identity.join(tx, person.userId, 'owner')
        if (limits) await tenancy.hosted.setTerms(tx, { limits })
        const after = { email: person.email, role: 'owner' }
        tx.record({ action: 'member.changed', subject: { kind: 'member', id: person.userId, name: owner.name }, after, forHost: false })
      },
    )
    const signInKey = person.isUnused ? await identity.createSignInLink(person.email) : null
    return { tenant: await tenancy.hosted.read(id), ownerEmail: person.email, signInKey }
  }
