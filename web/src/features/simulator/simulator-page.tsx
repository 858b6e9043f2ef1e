import { tenancyRoutes } from '@chasqui/contracts/http/tenancy'
import { useQuery } from '@tanstack/react-query'
import { Smartphone } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { useLaptop, useWide } from '#ui/use-narrow.ts'
import { ControlPanel } from './controls/control-panel.tsx'
import { ControlsSheet } from './controls/controls-sheet.tsx'
import { StateStrip } from './controls/state-strip.tsx'
import { PeopleList, type PeopleListProps } from './people/people-list.tsx'
import { PersonSwitcher } from './people/person-switcher.tsx'
import { usePersonKeys } from './people/use-person-keys.ts'
import { PhonePlace } from './phone-place.tsx'
import { Phone } from './phone/phone.tsx'
import { PhoneSkeleton } from './phone/phone-skeleton.tsx'
import { SimulatedMark } from './simulated-mark.tsx'

const column = 'min-h-0 overflow-y-auto p-4'

/** The cursor waits in the phone, but not while somebody goes through the customers with keys that would then be written there. */
const useFocusAfterChoice = (list: PeopleListProps) => {
  const [focus, setFocus] = useState(true)
  const choosing = (withFocus: boolean) => (phone: string) => {
    setFocus(withFocus)
    list.onChoose(phone)
  }
  usePersonKeys({ ...list, onChoose: choosing(false) })
  return { focus, list: { ...list, onChoose: choosing(true) } }
}

/** Customers left, phone in the middle, controls right; on smaller screens the sides fold into the row above the phone. */
const Layout = ({ channelId, person, list: whole }: PhonePlace & { channelId: string }) => {
  const { t } = useTexts('simulator')
  const [laptop, wide] = [useLaptop(), useWide()]
  const { focus, list } = useFocusAfterChoice(whole)
  return (
    <div className="flex min-h-0 flex-1 justify-center">
      {laptop && (
        <section aria-label={t('people.label')} className={`${column} w-(--list-w) shrink-0 border-r border-line bg-surface`}>
          <PeopleList {...list} />
        </section>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col items-center bg-surface-2">
        <div className="flex min-h-0 w-full flex-1 flex-col gap-3 tablet:max-w-[412px] tablet:p-4 max-tablet:gap-0">
          {wide ? (
            <StateStrip channelId={channelId} person={person} onOpen={null} />
          ) : (
            <ControlsSheet channelId={channelId} person={person}>
              {(controls) => (
                <div className="flex items-center justify-end gap-2 max-tablet:p-2">
                  {!laptop && <PersonSwitcher person={person} {...list} />}
                  {controls}
                </div>
              )}
            </ControlsSheet>
          )}
          <Phone key={person.phone} channelId={channelId} person={person} focus={focus} />
        </div>
      </div>
      {wide && (
        <section aria-labelledby="controls" className={`${column} w-(--side-w) shrink-0 border-l border-line bg-surface`}>
          <h2 id="controls" className="mb-3 text-md font-semibold">
            {t('controls.title')}
          </h2>
          <ControlPanel channelId={channelId} person={person} />
        </section>
      )}
    </div>
  )
}

const PageContent = () => {
  const { t } = useTexts('simulator')
  const { data, error, refetch } = useQuery(asked(tenancyRoutes.home))
  if (!data && error) return <ErrorState title={t('people.failed')} error={error} onRetry={() => void refetch()} className="flex-1" />
  if (!data) return <PhoneSkeleton />
  const { simulatorChannelId: channelId } = data
  if (!channelId)
    return (
      <EmptyState icon={Smartphone} title={t('no_channel')} className="flex-1">
        {t('no_channel_text')}
      </EmptyState>
    )
  return <PhonePlace channelId={channelId}>{(place) => <Layout channelId={channelId} {...place} />}</PhonePlace>
}

/** The phone simulator as a full page. */
export const SimulatorPage = () => {
  const { t } = useTexts('simulator')
  useTitle(t('title'))
  return (
    <main className="flex h-full flex-col">
      <header className="flex shrink-0 items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2.5">
        <h1 className="truncate text-md font-semibold">{t('title')}</h1>
        <SimulatedMark />
      </header>
      <PageContent />
    </main>
  )
}
