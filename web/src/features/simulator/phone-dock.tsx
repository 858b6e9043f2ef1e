import { Link } from '@tanstack/react-router'
import { Maximize2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Tooltip } from '#ui/tooltip.tsx'
import { ControlsSheet } from './controls/controls-sheet.tsx'
import { isFirstRun } from './data/use-people.ts'
import { PersonSwitcher } from './people/person-switcher.tsx'
import { PhonePlace } from './phone-place.tsx'
import { Phone } from './phone/phone.tsx'
import { SimulatedMark } from './simulated-mark.tsx'

export type PhoneDockProps = { channelId: string }

const FullPageLink = () => {
  const { t } = useTexts('simulator')
  const { slug } = useTenant()
  return (
    <Tooltip content={t('full_page')}>
      <Link
        to="/a/$tenant/sim"
        params={{ tenant: slug }}
        aria-label={t('full_page')}
        className="grid size-9 shrink-0 place-items-center rounded-control border border-line-strong bg-surface text-fg-2 hover:bg-surface-2 hover:text-fg max-tablet:hidden touch:size-11"
      >
        <Maximize2 size={18} strokeWidth={1.75} aria-hidden />
      </Link>
    </Tooltip>
  )
}

/** The phone simulator beside another page; fills the height it is given. On the very first visit the cursor waits in the phone. */
export const PhoneDock = ({ channelId }: PhoneDockProps) => {
  const { t } = useTexts('simulator')
  return (
    <aside aria-label={t('title')} className="flex h-full justify-center bg-surface-2">
      <div className="flex min-h-0 w-full flex-col gap-3 tablet:max-w-[412px] tablet:p-4 max-tablet:gap-0">
        <div className="flex items-center justify-between gap-3 max-tablet:justify-center max-tablet:pt-1.5">
          <h2 className="truncate font-semibold max-tablet:sr-only">{t('title')}</h2>
          <SimulatedMark />
        </div>
        <PhonePlace channelId={channelId}>
          {({ person, list }) => (
            <>
              <ControlsSheet channelId={channelId} person={person}>
                {(controls) => (
                  <div className="flex items-center gap-2 max-tablet:p-2">
                    <PersonSwitcher person={person} {...list} />
                    {controls}
                    <FullPageLink />
                  </div>
                )}
              </ControlsSheet>
              <Phone key={person.phone} channelId={channelId} person={person} focus={isFirstRun(list.people)} />
            </>
          )}
        </PhonePlace>
      </div>
    </aside>
  )
}
