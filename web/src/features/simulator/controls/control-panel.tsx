import type { SimulatedPhone } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShownName } from '../people/shown.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { ClockControls } from '../clock/clock-controls.tsx'
import { changePerson } from '../data/change-person.ts'
import { languages } from '../people/languages.ts'
import { AnsweringControls } from './answering-controls.tsx'
import { FaultControls } from './fault-controls.tsx'
import { Group } from './group.tsx'
import { ProfileControl } from './profile-control.tsx'
import { useAnswering } from './use-answering.ts'

type ControlPanelProps = { channelId: string; person: SimulatedPhone }

const LineControls = ({ channelId, person }: ControlPanelProps) => {
  const { t } = useTexts('simulator')
  const { line, conversation, flows, answering } = useAnswering({ channelId, phone: person.phone, name: person.name })
  if (!line.data && line.error) return <ErrorState title={t('line.unread')} error={line.error} onRetry={() => void line.refetch()} />
  if (!line.data || !answering)
    return (
      <Loading label={t('line.loading')} className="flex flex-col gap-4">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </Loading>
    )
  return (
    <>
      <Group title={t('answering.title')}>
        <AnsweringControls {...{ channelId, answering, conversation, flows }} flowId={line.data.flowId} />
      </Group>
      <Group title={t('clock.title')}>
        <ClockControls channelId={channelId} person={person} conversation={conversation} />
      </Group>
      <Group title={t('profile.title')}>
        <ProfileControl line={line.data} />
      </Group>
    </>
  )
}

/** Everything about the simulation that is not on the phone itself: who answers, what time it is, whose limits hold, what goes wrong. */
export const ControlPanel = ({ channelId, person }: ControlPanelProps) => {
  const { t } = useTexts('simulator')
  const shownName = useShownName()
  return (
    <div className="flex flex-col gap-4">
      <LineControls channelId={channelId} person={person} />
      <Group title={shownName(person)}>
        <SelectField
          label={t('person.language')}
          hint={t('person.language_hint')}
          value={person.language}
          options={languages}
          onChange={(language) => void changePerson(channelId, person.phone, { language })}
        />
      </Group>
      <section aria-labelledby="faults" className="border-t border-line pt-4">
        <h3 id="faults" className="mb-2 text-base font-semibold">
          {t('faults.title')}
        </h3>
        <FaultControls channelId={channelId} />
      </section>
    </div>
  )
}
