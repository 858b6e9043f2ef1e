import type { Audit } from '#audit'
import type { Channels } from '#channels'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import type { HostPorts } from '#host'
import type { Identity } from '#identity'
import type { Database } from '#platform/database/open'
import type { Furnish, Tenancy } from '#tenancy'
import { addTenant, appointOwner } from './add-tenant.ts'
import { exportTenant } from './export/export-tenant.ts'
import { readInstallation } from './installation.ts'
import type { Removal } from './remove-tenant.ts'

type Ports = {
  adminUrl: string
  database: Database
  now(): Date
  audit: Pick<Audit, 'chainer'>
  tenancy: Tenancy
  identity: Identity
  conversations: Pick<Conversations, 'letGoOfStaleWords'>
  channels: Pick<Channels, 'wakeAll'>
  files: Pick<Files, 'handOut'>
  furnish: Furnish
  removal: Pick<Removal, 'remove'>
}

/** What the host does with a tenant, by everyone who has a part in it. */
export const hostActs = ({ adminUrl, database, now, audit, tenancy, identity, conversations, channels, files, furnish, removal }: Ports): HostPorts => ({
  tenants: tenancy.hosted,
  createTenant: addTenant({ tenancy, identity, furnish, mail: true }),
  appointOwner: appointOwner({ tenancy, identity, database, mail: true }),
  suspend: (id) => tenancy.hosted.setStatus(id, 'suspended'),
  resume: (id) =>
    tenancy.hosted.setStatus(id, 'active', async (tx) => {
      await conversations.letGoOfStaleWords(tx)
      await channels.wakeAll(tx)
    }),
  remove: removal.remove,
  record: (tenantId, act) => database.inTenant(tenantId, async (tx) => tx.record(act)),
  archive: (tenant) => exportTenant({ adminUrl, now, files, catchUpTrail: audit.chainer.catchUp, onWhole: tenancy.hosted.noteExport }, tenant),
  impersonate: identity.startImpersonation,
  endImpersonation: identity.leaveImpersonation,
  installation: () => readInstallation(database, now()),
})
