import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { problemWords } from '../../data/problem-words.ts'

/** Why a message could not be held or sent again: most often it moved on meanwhile. */
export const useRefusal = (problem: ApiProblem | null): string | null => {
  const { t } = useTexts('channels')
  const { t: said } = useTexts('inbox')
  if (!problem) return null
  if (problem.code === 'contact.opted_out') return said('failure.opted_out')
  return problem.status === 409 ? t('outbox.moved') : problemWords(problem)
}
