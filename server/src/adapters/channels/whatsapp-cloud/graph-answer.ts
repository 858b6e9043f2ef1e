import type { Account, EgressAnswer } from '#channels'
import { createGraphAnswers, type GraphAnswer } from '../../kits/graph/graph-answer.ts'
import { graphError, whatsapp } from './errors.ts'
import { withoutSecrets, type CloudSettings } from './settings.ts'

export type { GraphAnswer } from '../../kits/graph/graph-answer.ts'

const answers = createGraphAnswers(whatsapp, graphError)

export const uncertain = answers.uncertain

/** What an answer of the Graph API means for a message of this account. */
export const readAnswer = (answer: EgressAnswer, account: Account<CloudSettings>, now: Date): GraphAnswer =>
  answers.read(answer, (text) => withoutSecrets(text, account.settings), now)
