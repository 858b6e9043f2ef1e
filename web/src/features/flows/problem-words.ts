import type { ApiProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'flows:refused.offline',
  forbidden: 'flows:refused.forbidden',
  'flow.in_use': 'flows:refused.in_use',
  'flow.has_errors': 'flows:refused.has_errors',
  'flow.tests_failed': 'flows:refused.tests_failed',
  'flow.planned_in_past': 'flows:refused.planned_in_past',
  'flow.planner_may_not': 'flows:refused.planner_may_not',
  'flow.published_since': 'flows:refused.published_since',
  'flow.draft_changed': 'flows:refused.draft_changed',
  'flow.step_changed': 'flows:refused.draft_changed',
  'flow.step_unknown': 'flows:refused.step_unknown',
  'flow.not_begun': 'flows:refused.not_begun',
  'flow.too_many_tests': 'flows:refused.too_many_tests',
  'flow.too_many_comments': 'flows:refused.too_many_comments',
  'flow.comment_not_yours': 'flows:refused.comment_not_yours',
  'conversation.closed': 'flows:refused.conversation_closed',
  'flow_secret.name_taken': 'flows:refused.secret_name_taken',
  'flow_secret.too_many': 'flows:refused.secret_too_many',
  'flow_secret.in_use': 'flows:refused.secret_in_use',
  'flow.import_unknown': 'flows:refused.import_unknown',
  'flow.import_version': 'flows:refused.import_version',
  'flow.import_empty': 'flows:refused.import_empty',
  'flow.import_too_large': 'flows:refused.import_too_large',
  not_found: 'flows:refused.gone',
} as const

/** What a code means for the person in front of it. */
export const codeWords = (code: string): string => text(code in told ? told[code as keyof typeof told] : 'flows:refused.unknown')

/** What a refusal means for the person in front of it. */
export const problemWords = ({ code, status }: ApiProblem): string =>
  code in told
    ? codeWords(code)
    : text(
        status === 413
          ? 'flows:refused.too_large'
          : status === 404
            ? 'flows:refused.gone'
            : status === 422 || status === 400
              ? 'flows:refused.invalid'
              : 'flows:refused.unknown',
      )
