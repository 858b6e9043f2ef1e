import type { ApiProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'closing:problem.offline',
  forbidden: 'closing:problem.forbidden',
  'closing_reason.exists': 'closing:problem.exists',
  'closing_reason.too_many': 'closing:problem.too_many',
  'queue.unknown': 'closing:problem.queue_gone',
  'campaign.unknown': 'closing:problem.campaign_gone',
} as const

/** What a refusal means for the person in front of it. */
export const problemWords = ({ code, status }: ApiProblem): string =>
  text(code in told ? told[code as keyof typeof told] : status === 403 ? 'closing:problem.forbidden' : 'closing:problem.unknown')
