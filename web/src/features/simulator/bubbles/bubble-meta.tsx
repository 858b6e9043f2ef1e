import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { Shown } from '../data/waiting.ts'
import { Ticks } from './ticks.tsx'

/** Time, ticks and "edited", at the end of the last line where there is room. */
export const BubbleMeta = ({ shown }: { shown: Shown }) => {
  const { t } = useTexts('simulator')
  const format = useFormat()
  const { at, direction, editedAt, deletedAt } = shown.message
  return (
    <span className="float-right mt-[5px] -mb-0.5 ml-2.5 inline-flex items-center gap-[3px] text-xs text-bubble-meta tabular">
      {editedAt && !deletedAt && <span>{t('message.edited')}</span>}
      <time dateTime={at} title={format.fullTime(at)}>
        {format.clock(at)}
      </time>
      {direction === 'out' && !deletedAt && <Ticks shown={shown} />}
    </span>
  )
}
