import type { Analytics, Counted } from '#analytics'
import type { Channels } from '#channels'
import type { Conversations, Sample, SampleLine, SampleTalk } from '#conversations'
import type { Identity } from '#identity'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import type { Furnish, Tenancy, Tenant } from '#tenancy'
import type { Removal } from '../remove-tenant.ts'
import { type DemoTenant, homeDemo, neighbourDemos } from './demo-tenants.ts'

type Ports = {
  database: Pick<Database, 'inTenant'>
  tenancy: Tenancy
  identity: Identity
  channels: Channels
  conversations: Conversations
  analytics: Pick<Analytics, 'countTalk'>
  furnish: Furnish
  removal: Pick<Removal, 'remove'>
}
/** What was made, for the terminal; `created`: now and not at an earlier start. */
export type DemoFacts = { created: boolean; tenants: number; conversations: number; ms: number }
export type Demo = ReturnType<typeof createDemo>

const countedAs: Record<SampleLine['by'], Counted['what']> = { contact: 'contact', flow: 'bot', agent: 'people', note: 'notes' }

const countsOf = ({ conversationId, said, closedAt }: SampleTalk): Counted[] => [
  ...said.map(({ at, by }) => ({ conversationId, at: at.toISOString(), what: countedAs[by] })),
  ...(closedAt ? [{ conversationId, at: closedAt.toISOString(), what: 'closed' as const }] : []),
]

export const createDemo = ({ database, tenancy, identity, channels, conversations, analytics, furnish, removal }: Ports) => {
  /** Talks that make an inbox look alive, of these people in turn. */
  const addTalks = async (tx: Tx, talks: Sample[], people: string[]): Promise<void> => {
    const phone = (await channels.list(tx)).items.find((channel) => channel.kind === 'simulator')
    const facts = phone && (await channels.facts(tx.tenantId, phone.id))
    if (!facts) return
    for (const [index, talk] of talks.entries()) {
      const written = await conversations.addSample(tx, facts, people[index % people.length]!, talk)
      if (written) await analytics.countTalk(tx, countsOf(written))
    }
  }

  const addNeighbour = async ({ tenant, people, talks }: DemoTenant): Promise<boolean> => {
    if (await tenancy.tenantBySlug(tenant.slug)) return false
    const { id } = await tenancy.createTenant(tenant, furnish)
    const accounts: string[] = []
    for (const person of people) accounts.push((await identity.ensureMember({ ...person, tenantId: id, password: null })).userId)
    await database.inTenant(id, (tx) => addTalks(tx, talks, accounts))
    return true
  }

  return {
    ownerName: homeDemo.ownerName,
    /** The tenant that the installation's owner gets; made once and never twice. */
    ensureHome: async (): Promise<{ tenant: Tenant; created: boolean }> => {
      const known = await tenancy.tenantBySlug(homeDemo.tenant.slug)
      return known ? { tenant: known, created: false } : { tenant: await tenancy.createTenant(homeDemo.tenant, furnish), created: true }
    },
    addHomeTalks: (tenantId: string, ownerId: string): Promise<number> =>
      database.inTenant(tenantId, async (tx) => {
        await addTalks(tx, homeDemo.talks, [ownerId])
        return homeDemo.talks.length
      }),
    /** Adds the other demo tenants, where they are missing, to what was made before. */
    complete: async (home: DemoFacts): Promise<DemoFacts> => {
      const begun = performance.now()
      const facts = { ...home }
      for (const neighbour of neighbourDemos) {
        if (!(await addNeighbour(neighbour))) continue
        facts.created = true
        facts.tenants++
        facts.conversations += neighbour.talks.length
      }
      facts.ms += performance.now() - begun
      return facts
    },
    remove: async (): Promise<void> => {
      for (const { tenant } of [homeDemo, ...neighbourDemos]) {
        const known = await tenancy.tenantBySlug(tenant.slug)
        if (known?.isDemo) await removal.remove(known)
      }
    },
  }
}
