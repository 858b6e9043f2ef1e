import type { ApiProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'flows:refused.offline',
  forbidden: 'flows:refused.forbidden',
  'flow.in_use': 'flows:refused.in_use',
  'flow.has_errors': 'flows:refused.has_errors',
  not_found: 'flows:refused.gone',
} as const

/** What a refusal means for the person in front of it. */
export const problemWords = ({ code, status }: ApiProblem): string =>
  text(
    code in told
      ? told[code as keyof typeof told]
      : status === 404
        ? 'flows:refused.gone'
        : status === 422 || status === 400
          ? 'flows:refused.invalid'
          : 'flows:refused.unknown',
  )
