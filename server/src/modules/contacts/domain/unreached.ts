import type { UnreachableCause } from '@chasqui/contracts'

/** How often in a row messages have to fail for it before a person counts as unreachable: a network that names a reason knows, one that names none may deliver the next. */
const messagesFor: Record<UnreachableCause, number> = {
  blocked: 1,
  deactivated: 1,
  no_account: 1,
  not_started: 1,
  unavailable: 1,
  undeliverable: 3,
}

/** Messages to an address that did not arrive, one after the other. `since`: when they were enough; null: they are not yet. */
export type Unreached = { cause: UnreachableCause; messages: number; since: Date | null }

/** One more did not arrive. The cause is the last that says most; a mark stays as old as it is. */
export const missed = (was: Unreached | null, told: UnreachableCause, at: Date): Unreached => {
  const cause = was !== null && messagesFor[was.cause] < messagesFor[told] ? was.cause : told
  const messages = (was?.messages ?? 0) + 1
  return { cause, messages, since: was?.since ?? (messages >= messagesFor[cause] ? at : null) }
}
