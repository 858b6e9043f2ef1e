import type { SimulatedPhone } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { toneLook } from '#ui/chip.tsx'
import { type Mark, useMarks } from './use-marks.ts'

const look = 'inline-flex max-w-full min-h-6 items-center gap-1 rounded-chip px-[7px] text-xs font-medium'

const MarkContent = ({ mark: { icon: Icon, words } }: { mark: Mark }) => (
  <>
    <Icon size={13} strokeWidth={2} className="shrink-0" aria-hidden />
    <span className="block truncate first-letter:uppercase">{words}</span>
  </>
)

type StateStripProps = { channelId: string; person: SimulatedPhone; onOpen: (() => void) | null }

/** The line above the phone that says what is simulated now. With `onOpen`, each mark leads to the controls; null where they stand beside it. */
export const StateStrip = ({ channelId, person, onOpen }: StateStripProps) => {
  const { t } = useTexts('simulator')
  return (
    <ul
      aria-label={t('active.label')}
      className="flex min-h-6 shrink-0 items-center gap-1.5 max-tablet:overflow-x-auto max-tablet:px-2 max-tablet:pb-2 max-tablet:[scrollbar-width:none] tablet:flex-wrap"
    >
      {useMarks(channelId, person).map((mark) => (
        <li key={mark.key} className="max-w-full shrink-0">
          {onOpen ? (
            <button type="button" onClick={onOpen} className={classNames(look, toneLook[mark.tone], 'hover:underline touch:min-h-9')}>
              <MarkContent mark={mark} />
            </button>
          ) : (
            <span className={classNames(look, toneLook[mark.tone])}>
              <MarkContent mark={mark} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
