import type { Identity } from '#identity'
import { analyzeUnknown } from '#platform/database/statistics'
import type { Database } from '#platform/database/open'
import type { Furnish, Tenancy } from '#tenancy'
import type { Demo, DemoFacts } from './demo/demo.ts'
import { oneNodeAtATime } from './one-node-at-a-time.ts'

type Ports = {
  adminUrl: string
  database: Database
  tenancy: Tenancy
  identity: Pick<Identity, 'ensureOwner' | 'ensureHostAdmin' | 'takeOverForHost' | 'createSignInLink'>
  demo: Pick<Demo, 'ownerName' | 'ensureHome' | 'addHomeTalks'>
  furnish: Furnish
}
type Wanted = { demo: boolean; adminEmail: string; adminPassword: string | null | undefined }
/** For the terminal only. The password is told once, when the account was made. */
export type FirstSignIn = { linkKey: string | null; email: string; password: string | null }

/** Sees to it that there is a tenant, of the demo or not, with an owner who is the host's administrator; before the port opens. */
export const firstRun = async (
  { adminUrl, database, tenancy, identity, demo, furnish }: Ports,
  { demo: wantsDemo, adminEmail, adminPassword }: Wanted,
): Promise<{ demo: DemoFacts; signIn: FirstSignIn }> => {
  const making = performance.now()
  const { made, owner, talks } = await oneNodeAtATime(database, async () => {
    const made = wantsDemo ? await demo.ensureHome() : null
    const home = made?.tenant ?? (await tenancy.everyTenant())[0] ?? (await tenancy.createTenant({ name: 'Mi negocio' }, furnish))
    // Who the settings name now may have registered before as anybody: that account starts anew.
    const takenOver = await identity.takeOverForHost(adminEmail, adminPassword ?? undefined)
    const owner = await identity.ensureOwner({
      email: adminEmail,
      name: made ? demo.ownerName : 'Admin',
      tenantId: home.id,
      ...(adminPassword ? { password: adminPassword } : {}),
    })
    await identity.ensureHostAdmin(adminEmail)
    const talks = made?.created ? await demo.addHomeTalks(home.id, owner.userId) : 0
    return { made, owner: { ...owner, password: owner.password ?? takenOver }, talks }
  })
  // After the demo is there: empty tables teach the planner nothing.
  await analyzeUnknown(adminUrl)
  return {
    demo: { created: made?.created ?? false, tenants: made ? 1 : 0, conversations: talks, ms: performance.now() - making },
    signIn: { linkKey: await identity.createSignInLink(adminEmail), email: adminEmail, password: adminPassword ? null : owner.password },
  }
}
