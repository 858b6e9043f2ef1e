import type { Channel, ChannelSending } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTroubleWords } from '../data/trouble-words.ts'
import { formOf } from '../kinds/index.ts'

/** What waits on a channel, and what failed there of late with the last cause; nothing while all goes well. */
export const SendingLine = ({ channel, sending: { waiting, failedLastDay, lastFailure } }: { channel: Channel; sending: ChannelSending }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const trouble = useTroubleWords(formOf(channel))
  return (
    <>
      {waiting > 0 && <span className="block text-sm text-fg-2 tabular">{t('list.waiting', { some: format.number(waiting) })}</span>}
      {failedLastDay > 0 && (
        <span className="block text-sm text-warning">
          {t('list.failed_day', { some: format.number(failedLastDay) })} {lastFailure !== null && trouble(lastFailure)}
        </span>
      )}
    </>
  )
}
