import { normalEmail } from './domain/email.ts'
import type { IdentityPorts } from './ports.ts'
import { makeHostAdmin, userByEmail } from './store/users.ts'

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
