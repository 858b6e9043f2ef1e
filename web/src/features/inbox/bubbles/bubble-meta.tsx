import type { Message } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { Ticks } from './ticks.tsx'
import type { Voice } from './voice.ts'

/** A sound has its length in the last line, with room for the time beside it. */
const besideWords = ({ content, deletedAt }: Message) => content.type === 'audio' && content.file.state === 'stored' && deletedAt === null

/** The time, whether it was edited, and how far it got; set into the last line of the words where there is room. */
export const BubbleMeta = ({ message, voice }: { message: Message; voice: Voice }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const at = message.providerTime ?? message.createdAt
  return (
    <span
      className={classNames(
        'float-end -mb-0.5 ms-2.5 inline-flex items-center gap-[3px] text-xs tabular',
        besideWords(message) ? '-mt-4' : 'mt-[5px]',
        voice === 'note' ? 'text-on-note' : 'text-bubble-meta',
      )}
    >
      {message.editedAt && <span title={format.fullTime(message.editedAt)}>{t('bubble.edited')}</span>}
      <time dateTime={at} title={format.fullTime(at)}>
        {format.clock(at)}
      </time>
      {message.direction === 'out' && <Ticks status={message.status} detail={format.clock(at)} />}
    </span>
  )
}
