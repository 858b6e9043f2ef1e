import { useTexts } from '#lib/i18n/texts.ts'
import { dropWaiting, type Waiting } from '../data/waiting.ts'

const link = 'min-h-6 font-semibold text-danger underline underline-offset-2 touch:min-h-9'

/** The business was not told of this message: say so, and offer to try again. */
export const FailedNote = ({ waiting }: { waiting: Waiting }) => {
  const { t } = useTexts('simulator')
  return (
    <p role="alert" className="clear-both flex flex-wrap items-center gap-x-3 text-xs text-danger">
      {t('message.not_sent')}
      <button type="button" className={link} onClick={waiting.send}>
        {t('message.retry')}
      </button>
      <button type="button" className={link} onClick={() => dropWaiting(waiting.message.id)}>
        {t('message.drop')}
      </button>
    </p>
  )
}
