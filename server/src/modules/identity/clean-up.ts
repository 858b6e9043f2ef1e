import type { IdentityPorts } from './ports.ts'
import { deleteExpired, deleteHomelessUsers } from './store/expired.ts'

/** The host's daily round: removes tokens, sessions, links and counts of failures that decide nothing any more, and accounts that belong nowhere; tells how many. */
export const cleanUp = (ports: IdentityPorts) => async () => {
  const now = ports.clock.now()
  const expired = await deleteExpired(ports.database.system, now)
  return { ...expired, users: await ports.database.asSystem((client) => deleteHomelessUsers(client, now)) }
}
