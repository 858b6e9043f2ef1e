import { answerChallenge as answerWith } from '../../kits/graph/challenge.ts'
import type { CloudSettings } from './settings.ts'

/** Subscription check (GET, reference 2.1). */
export const answerChallenge = (query: Record<string, unknown>, settings: CloudSettings): string | null => answerWith(query, settings.verifyToken)
