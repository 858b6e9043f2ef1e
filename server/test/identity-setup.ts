import pg from 'pg'
import { createIdentity, type Mail } from '#identity'
import { createTenancy } from '#tenancy'
import { createSealer } from '#platform/crypto/seal'
import { testClock } from '#platform/clock'
import { migrate } from '#platform/database/migrate'
import { openDatabase } from '#platform/database/open'
import { ensureRoles } from '#platform/database/roles'
import { createHints } from '#platform/events/hints'
import { createLocalLimiter } from '#platform/limits/limiter'
import { leaveActs } from '#audit'
import { newId } from '#platform/ids'
import { startTestDatabase } from './kit/test-database.ts'

const secret = 'a secret of the test installation'

const openCluster = async () => {
  const cluster = await startTestDatabase()
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  try {
    await admin.connect()
    await ensureRoles(admin, secret)
    await migrate(cluster.adminUrl)
    return { cluster, admin }
  } catch (error) {
    await admin.end()
    await cluster.stop()
    throw error
  }
}

/** Tenancy and identity on a database of their own, with a clock to move and the administrator's connection to look behind the scenes. */
export const setUpIdentity = async () => {
  const { cluster, admin } = await openCluster()
  const clock = testClock(new Date('2026-03-02T12:00:00Z'))
  const hints = createHints()
  const database = await openDatabase({ adminUrl: cluster.adminUrl, connections: 16, secret, ports: { now: clock.now, hints } })
  const tenancy = createTenancy({ database, clock, hints })
  const { seal, open } = createSealer([{ id: 'k1', key: Buffer.alloc(32, 7) }])
  const mails: Mail[] = []
  const identity = createIdentity({
    database,
    clock,
    hints,
    limiter: createLocalLimiter(),
    secret,
    tenants: tenancy.tenantsById,
    secureCookies: false,
    seal,
    open,
    publicAddress: () => 'https://chat.example.org',
    keepFile: (tenantId, _file, along) =>
      database.inTenant(tenantId, async (tx) => {
        const id = newId()
        await along(tx, id)
        return { id }
      }),
    removeFile: async () => {},
    fileUrl: (_tenantId, fileId) => `/files/${fileId}`,
    handOverWork: async () => {},
    mail: (mail) => void mails.push(mail),
    openTenant: (tenant, along) => tenancy.createTenant(tenant, along),
    trail: { leave: leaveActs, left: () => {} },
  })
  const stop = async () => {
    identity.stop()
    await database.close()
    await admin.end()
    await cluster.stop()
  }
  return { admin, clock, hints, database, tenancy, identity, mails, stop }
}

export type IdentitySetUp = Awaited<ReturnType<typeof setUpIdentity>>

/** 'ok', or the code of what was refused. */
export const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  )
