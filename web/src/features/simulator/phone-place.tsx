import type { SimulatedPhone } from '@chasqui/contracts'
import { UserRoundPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { choosePerson, useChosenPerson } from './data/chosen-person.ts'
import { usePeople } from './data/use-people.ts'
import { AddPerson } from './people/add-person.tsx'
import type { PeopleListProps } from './people/people-list.tsx'
import { PhoneSkeleton } from './phone/phone-skeleton.tsx'

/** What a page needs to lay out the phone of the chosen customer. */
export type PhonePlace = { person: SimulatedPhone; list: PeopleListProps }

/** Finds the customers of a channel and the chosen one; `children` lays out the rest. Says so when there is nobody or they cannot be read. */
export const PhonePlace = ({ channelId, children }: { channelId: string; children: (place: PhonePlace) => ReactNode }) => {
  const { t } = useTexts('simulator')
  const { data: people, error, refetch } = usePeople(channelId)
  const person = useChosenPerson(channelId, people ?? [])
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  const choose = (phone: string) => choosePerson(channelId, phone)
  const content = () => {
    if (people && person) return children({ person, list: { people, current: person.phone, onChoose: choose, onAdd: add } })
    if (people)
      return (
        <EmptyState
          icon={UserRoundPlus}
          title={t('people.none')}
          action={
            <Button look="solid" onClick={add}>
              {t('people.add')}
            </Button>
          }
          className="h-full"
        >
          {t('people.none_text')}
        </EmptyState>
      )
    if (error) return <ErrorState title={t('people.failed')} error={error} onRetry={() => void refetch()} className="h-full" />
    return <PhoneSkeleton />
  }
  return (
    <>
      {content()}
      <AddPerson open={adding} channelId={channelId} onClose={() => setAdding(false)} />
    </>
  )
}
