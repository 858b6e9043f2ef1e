import type { IdentityPorts } from './ports.ts'
import { deleteExpired } from './store/expired.ts'

/** The host's daily round: removes tokens, sessions, links and counts of failures that decide nothing any more; tells how many. */
export const cleanUp = (ports: IdentityPorts) => () => deleteExpired(ports.database.system, ports.clock.now())
