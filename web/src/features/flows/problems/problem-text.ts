import type { FlowProblem } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

/** A problem in the person's own language; what has no words here is told in the server's. */
export const useProblemText = () => {
  const { t, i18n } = useTexts('flows')
  return ({ code, message, values }: FlowProblem): string => {
    const key = `flows:problem.${code.replace(/^flow\./, '')}`
    return i18n.exists(key) ? t(key as 'problem.unreachable', values ?? {}) : message
  }
}
