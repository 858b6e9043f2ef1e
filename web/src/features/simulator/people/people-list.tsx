import type { SimulatedPhone } from '@chasqui/contracts'
import { UserRoundPlus } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { PersonRow } from './person-row.tsx'

export type PeopleListProps = { people: readonly SimulatedPhone[]; current: string | null; onChoose: (phone: string) => void; onAdd: () => void }

/** All simulated customers, and one more. */
export const PeopleList = ({ people, current, onChoose, onAdd }: PeopleListProps) => {
  const { t } = useTexts('simulator')
  return (
    <>
      <ul aria-label={t('people.label')} className="flex flex-col gap-0.5">
        {people.map((person) => (
          <li key={person.phone}>
            <PersonRow person={person} current={person.phone === current} onChoose={() => onChoose(person.phone)} />
          </li>
        ))}
      </ul>
      <Button look="quiet" icon={UserRoundPlus} wide className="mt-1" onClick={onAdd}>
        {t('people.add')}
      </Button>
    </>
  )
}
