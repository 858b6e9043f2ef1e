import type { Channels } from '#channels'
import type { Database } from '#platform/database/open'
import type { Conversations } from '#conversations'
import type { Flows } from '#flows'
import type { Simulator } from '#simulator'
import { demoTenant, type Tenancy, type Tenant } from '#tenancy'
import type { Tx } from '#platform/database/transaction'
import { sampleTalks } from './sample-talks.ts'

type Ports = { conversations: Conversations; database: Database; tenancy: Tenancy; channels: Channels; flows: Flows; simulator: Simulator }

/** The demo's owner until whoever signs in gives their own name on the welcome page. */
export const demoOwner = 'Lucía Paz'

const flowNames = { es: 'Bienvenida', pt: 'Boas-vindas', en: 'Welcome' } as const
const channelNames = { es: 'Teléfono de prueba', pt: 'Telefone de teste', en: 'Test phone' } as const

/** What every new tenant starts with: the welcome flow, published, on a simulated number with some customers. */
export const furnish =
  ({ channels, flows, simulator }: Ports) =>
  async (tx: Tx, tenant: Tenant): Promise<void> => {
    const language = tenant.locale.slice(0, 2) as keyof typeof flowNames
    const flowId = await flows.addWelcomeFlow(tx, flowNames[language], language === 'pt' ? 'pt-BR' : language, tenant.trade)
    const channel = await channels.create(tx, { kind: 'simulator', name: channelNames[language], settings: {}, flowId: null })
    await channels.answerWith(tx, channel.id, flowId)
    await simulator.addDemoPhones(tx, channel.id)
  }

/** The demo tenant; made at the first start and never twice. */
export const ensureDemo = async (ports: Ports): Promise<{ tenant: Tenant; created: boolean }> => {
  const known = await ports.tenancy.tenantBySlug(demoTenant.slug)
  if (known) return { tenant: known, created: false }
  return { tenant: await ports.tenancy.createTenant(demoTenant, furnish(ports)), created: true }
}

/** Talks that make the demo's inbox look alive; their number. Written once, right after the tenant was made. */
export const addSampleTalks = (
  { database, channels, conversations }: Pick<Ports, 'database' | 'channels' | 'conversations'>,
  tenantId: string,
  ownerId: string,
): Promise<number> =>
  database.inTenant(tenantId, async (tx) => {
    const phone = (await channels.list(tx)).items.find((channel) => channel.kind === 'simulator')
    const facts = phone && (await channels.facts(tenantId, phone.id))
    if (!facts) return 0
    for (const talk of sampleTalks) await conversations.addSample(tx, facts, ownerId, talk)
    return sampleTalks.length
  })
