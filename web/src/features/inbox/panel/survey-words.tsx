import type { Survey } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'

/** What a customer answered, or that they have not yet, or did not. */
export const SurveyWords = ({ survey: { score, comment, expiresAt } }: { survey: Survey }) => {
  const { t } = useTexts('inbox')
  if (score === null) return t(Date.parse(expiresAt) > serverNow() ? 'survey.asked' : 'survey.unanswered')
  return (
    <>
      <span role="img" aria-label={t('survey.score', { score })}>
        {'★'.repeat(score) + '☆'.repeat(5 - score)}
      </span>
      {comment && <span className="block wrap-anywhere">{`“${comment}”`}</span>}
    </>
  )
}
