import { Elsewhere, NotBefore } from '#platform/lanes/handler'
import type { Connection } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import type { Listeners } from './listeners.ts'
import { listenedStates } from './ownership.ts'

/** ms. What waits for a line that is not open looks again so much later. */
const lookAgainMilliseconds = 5000

export type ByLine = ReturnType<typeof createByLine>

/** What is asked of accounts that can be reached by their line alone is done in the process that holds it (ADR 47). */
export const createByLine = ({ now }: Pick<ChannelsPorts, 'now'>, { lineOf }: Pick<Listeners, 'lineOf'>) => {
  const isWanted = ({ adapter, state }: Connection): boolean => adapter.onlyByLine === true && listenedStates.includes(state)
  const isElsewhere = (connection: Connection): boolean => isWanted(connection) && lineOf(connection.id) === null

  /** On lanes: leaves it to the node that holds the line, where that is not this one. */
  const leaveToOwner = (connection: Connection): void => {
    if (isElsewhere(connection)) throw new Elsewhere()
  }
  return {
    isElsewhere,
    leaveToOwner,
    /** On lanes: goes on where the line is, as soon as it is open. False where there is none before a person acts. */
    hasLine: (connection: Connection): boolean => {
      leaveToOwner(connection)
      if (isWanted(connection) && lineOf(connection.id) === 'closed') throw new NotBefore(new Date(now().getTime() + lookAgainMilliseconds))
      return isWanted(connection) || !connection.adapter.onlyByLine
    },
  }
}
