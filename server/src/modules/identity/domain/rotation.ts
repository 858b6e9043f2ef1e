/** A refresh token lives this long without being used, in seconds; each use starts the time anew. */
export const refreshLifetime = 30 * 24 * 3600

/** Two tabs, or a page that is reloaded, may send the same token twice; within this time (milliseconds) that is no theft. */
export const raceGrace = 10_000

export type FamilyState = {
  token: { expiresAt: Date; usedAt: Date | null; successorUsed: boolean }
  sessionEnded: boolean
}

/**
 * What a presented refresh token leads to:
 * `rotate`: it is used up and its successor handed out; `repeat`: the same successor is handed out once more (the loser of a race);
 * `reused`: somebody holds an old copy, the session must end; `ended`: nothing to continue.
 *
 * A repeat never makes a second branch of the family: both racers hold the one successor, so that a thief who wins the race is found
 * out by the next use of that successor, and an old token is refused as soon as its successor has been used.
 */
export const decideRotation = ({ token, sessionEnded }: FamilyState, now: Date): 'rotate' | 'repeat' | 'reused' | 'ended' => {
  if (sessionEnded || token.expiresAt <= now) return 'ended'
  if (!token.usedAt) return 'rotate'
  return !token.successorUsed && now.getTime() - token.usedAt.getTime() <= raceGrace ? 'repeat' : 'reused'
}
