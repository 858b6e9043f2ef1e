import { leaveActs, type Audit } from '#audit'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import { createIdentity, type Identity, type IdentityPorts } from '#identity'
import type { Log } from '#platform/log'
import type { Sealer } from '#platform/crypto/seal'
import type { Tasks } from '#tasks'
import type { Furnish, Tenancy } from '#tenancy'
import { createMailer } from '../adapters/mail/smtp/index.ts'
import type { Config } from '../config.ts'

/** `modules` are asked when everything stands. */
type Ports = Pick<IdentityPorts, 'database' | 'clock' | 'hints' | 'limiter' | 'secret'> & {
  config: Config
  log: Log
  sealer: Sealer
  tenancy: Tenancy
  audit: Pick<Audit, 'chainer'>
  furnish: Furnish
  /** Where this process listens, for links where no public address is configured. */
  listeningAt(): string
  modules: { files: Files; conversations: Conversations; tasks: Tasks }
}

/** Who people are and what they may, with mails in the operator's name, and with tenants of their own for who registers. */
export const createPeople = ({ config, log, sealer, tenancy, audit, furnish, listeningAt, modules, ...ports }: Ports): Identity =>
  createIdentity({
    ...ports,
    tenants: (ids) => tenancy.tenantsById(ids),
    trail: { leave: leaveActs, left: audit.chainer.nudge },
    secureCookies: config.http.publicUrl?.startsWith('https://') ?? false,
    seal: (text, about) => sealer.seal(text, about),
    open: (sealed, about) => sealer.open(sealed, about),
    publicAddress: () => config.http.publicUrl?.replace(/\/+$/, '') ?? listeningAt(),
    keepFile: (tenantId, file, along) => modules.files.keep(tenantId, file, along),
    removeFile: (tx, fileId) => modules.files.remove(tx, fileId),
    fileUrl: (tenantId, fileId, minutes) => modules.files.url(tenantId, fileId, minutes),
    handOverWork: async (tx, leaving) => {
      await modules.conversations.handOver(tx, leaving)
      await modules.tasks.handOver(tx, leaving)
    },
    mail: config.secrets.smtpUrl ? createMailer({ url: config.secrets.smtpUrl, from: config.mailFrom ?? config.adminEmail, log }) : null,
    openTenant: config.registrationOpen
      ? (tenant, along) =>
          tenancy.createTenant(tenant, async (tx, made) => {
            await furnish(tx, made)
            await along(tx)
          })
      : null,
  })
