import { sameSecret } from './signature.ts'

/**
 * Meta's subscription check (GET): the challenge is echoed when mode and token are right, else null = refuse.
 * A parameter given twice arrives as an array and counts as a mismatch.
 */
export const answerChallenge = (query: Record<string, unknown>, verifyToken: string): string | null => {
  const [mode, token, challenge] = [query['hub.mode'], query['hub.verify_token'], query['hub.challenge']]
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string' || challenge === '') return null
  return sameSecret(token, verifyToken) ? challenge : null
}
