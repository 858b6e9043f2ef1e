import { resetPassword } from './accounts.ts'
import { normalEmail } from './domain/email.ts'
import type { IdentityPorts } from './ports.ts'
import { removeTwoFactor } from './store/two-factor.ts'
import { isUnusedAccount, makeHostAdmin, userByEmail } from './store/users.ts'

/**
 * Makes the account that the installation was set up with its administrator. Only the start of the product calls this: no interface of a
 * tenant, whatever its caller sends, makes anybody one.
 */
export const ensureHostAdmin =
  (ports: IdentityPorts) =>
  async (given: string): Promise<void> => {
    const email = normalEmail(given)
    if (!(await makeHostAdmin(ports.database.system, email, ports.clock.now()))) return
    const user = await userByEmail(ports.database.system, email)
    if (user) ports.hints.changed('user', user.id)
  }

/**
 * Before an account that somebody else may have made becomes the installation's administrator: its password is replaced (by the one given or a new
 * one, which is returned), and whatever else let its holder in ends. Null where there is nothing to take over.
 */
export const takeOverForHost =
  (ports: IdentityPorts) =>
  async (given: string, password?: string): Promise<string | null> => {
    const user = await userByEmail(ports.database.system, normalEmail(given))
    if (!user || user.isHostAdmin || (await isUnusedAccount(ports.database.system, user.id))) return null
    await removeTwoFactor(ports.database.system, user.id)
    return resetPassword(ports)(user.email, password)
  }
