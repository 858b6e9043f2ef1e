import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { Account, SimulatorPorts } from './ports.ts'

/** The simulated account; unknown, foreign and other kinds of channels fail alike. */
export const requireAccount = async (ports: SimulatorPorts, tx: Tx, channelId: string): Promise<Account> => {
  const account = await ports.findAccount(tx, channelId)
  if (!account) throw absent('simulated channel')
  return account
}
