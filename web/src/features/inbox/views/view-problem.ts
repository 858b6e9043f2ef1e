import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'

/** Why a view could not be kept, in a sentence. */
export const useViewProblem = () => {
  const { t } = useTexts('inbox')
  return ({ code }: ApiProblem): string => {
    if (code === 'view.exists') return t('view.exists')
    return t(code === 'view.too_many' ? 'view.too_many' : 'view.not_saved')
  }
}
