import type { AuditVerdict } from '@chasqui/contracts'
import type { Audit } from '#audit'
import type { Channels, LinkingFacts } from '#channels'
import type { Identity } from '#identity'
import type { Database } from '#platform/database/open'
import { absent } from '#platform/failure'
import { hostTenant } from '#platform/ids'
import type { Furnish, NewTenant, Tenancy } from '#tenancy'
import { addTenant } from './add-tenant.ts'
import type { Demo, DemoFacts } from './demo/demo.ts'
import type { FileMove } from './move-files.ts'
import { oneNodeAtATime } from './one-node-at-a-time.ts'

export type CommandLineActs = {
  createSignInLink(email?: string): Promise<string>
  resetPassword(email: string): Promise<string>
  resetTwoFactor(email: string): Promise<void>
  /** Without an owner's address it belongs to the account of the settings. */
  createTenant(tenant: NewTenant & { ownerEmail?: string; ownerName?: string }): Promise<{ id: string; signInKey: string | null; invitation: string | null }>
  /** Makes the demo tenants beside the owner's own where they are missing. */
  completeDemo(): Promise<DemoFacts>
  resetDemo(): Promise<void>
  removeDemo(): Promise<void>
  /** Brings the bytes of all files to the bucket, or back to the disk. */
  moveFiles: FileMove
  verifyTrails(slug?: string): Promise<(AuditVerdict & { tenant: string })[]>
  listChannels(): Promise<{ id: string; tenantId: string; tenant: string; kind: string; name: string; state: string; address: string | null }[]>
  /** How a channel and its line stand, with the code that links it. */
  readLinking(tenantId: string, channelId: string): Promise<LinkingFacts>
}
type Ports = {
  database: Database
  adminEmail: string
  tenancy: Tenancy
  identity: Identity
  audit: Pick<Audit, 'verify'>
  channels: Pick<Channels, 'everyChannel' | 'linking'>
  demo: Demo
  /** What the start has made of the demo. */
  made: DemoFacts
  furnish: Furnish
  moveFiles: FileMove
}

/** What whoever sits at the machine does, by the command line. */
export const commandLineActs = ({ database, adminEmail, tenancy, identity, audit, channels, demo, made, furnish, moveFiles }: Ports): CommandLineActs => ({
  createSignInLink: (email = adminEmail) => identity.createSignInLink(email),
  resetPassword: (email) => identity.resetPassword(email),
  resetTwoFactor: (email) => identity.resetTwoFactor(email),
  createTenant: async ({ ownerEmail, ownerName, ...tenant }) => {
    if (ownerEmail) {
      const owner = { email: ownerEmail, name: ownerName ?? ownerEmail.split('@')[0]! }
      const made = await addTenant({ tenancy, identity, furnish, mail: false })({ ...tenant, owner })
      return { id: made.tenant.id, signInKey: made.signInKey, invitation: made.invitation?.link ?? null }
    }
    const { id } = await tenancy.createTenant(tenant, furnish)
    await identity.ensureOwner({ email: adminEmail, name: 'Admin', tenantId: id })
    return { id, signInKey: await identity.createSignInLink(adminEmail), invitation: null }
  },
  completeDemo: () => oneNodeAtATime(database, () => demo.complete(made)),
  resetDemo: async () => {
    await demo.remove()
    const { tenant } = await demo.ensureHome()
    const { userId } = await identity.ensureOwner({ email: adminEmail, name: demo.ownerName, tenantId: tenant.id })
    await demo.addHomeTalks(tenant.id, userId)
    await demo.complete(made)
  },
  removeDemo: demo.remove,
  moveFiles,
  verifyTrails: async (slug) => {
    const tenants = (await tenancy.everyTenant()).filter((tenant) => slug === undefined || tenant.slug === slug || tenant.id === slug)
    if (slug !== undefined && tenants.length === 0) throw absent('tenant')
    const named = [...tenants.map(({ id, slug }) => ({ id, slug })), ...(slug === undefined ? [{ id: hostTenant, slug: 'host' }] : [])]
    const verdicts: (AuditVerdict & { tenant: string })[] = []
    for (const { id, slug } of named) verdicts.push({ ...(await audit.verify(id)), tenant: slug })
    return verdicts
  },
  readLinking: channels.linking,
  listChannels: async () => {
    const names = new Map((await tenancy.everyTenant()).map((tenant) => [tenant.id, tenant.name]))
    return (await channels.everyChannel()).map((channel) => ({ ...channel, tenant: names.get(channel.tenantId) ?? '' }))
  },
})
