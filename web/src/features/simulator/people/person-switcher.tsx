import type { SimulatedPhone } from '@chasqui/contracts'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Badge } from '#ui/badge.tsx'
import { Popover } from '#ui/popover.tsx'
import { PeopleList, type PeopleListProps } from './people-list.tsx'
import { useShownName, useShownPhone } from './shown.ts'

type SwitcherProps = Omit<PeopleListProps, 'current'> & { person: SimulatedPhone }

/** Whose phone this is, and the way to another one. The count is of what waits unseen on the others. */
export const PersonSwitcher = ({ person, people, onChoose, onAdd }: SwitcherProps) => {
  const { t } = useTexts('simulator')
  const [open, setOpen] = useState(false)
  const shownPhone = useShownPhone()
  const name = useShownName()(person)
  const elsewhere = people.reduce((sum, { phone, unread }) => sum + (phone === person.phone ? 0 : unread), 0)
  const choose = (phone: string) => {
    setOpen(false)
    onChoose(phone)
  }
  const add = () => {
    setOpen(false)
    onAdd()
  }
  const button = (
    <button
      type="button"
      title={t('people.switch', { name })}
      className="flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-control border border-line-strong bg-surface py-0.5 pr-2 pl-1 text-left hover:bg-surface-2 touch:min-h-11"
    >
      <Avatar name={person.name} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm leading-4 font-semibold">{name}</span>
        {person.name !== person.phone && <span className="block truncate text-xs leading-3.5 text-fg-3 tabular">{shownPhone(person.phone)}</span>}
      </span>
      <Badge count={elsewhere} look="primary" label={t('people.unread', { count: elsewhere })} />
      <ChevronsUpDown size={16} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
    </button>
  )
  return (
    <Popover label={t('people.label')} align="start" open={open} onOpenChange={setOpen} trigger={button}>
      <div className="-m-1.5 max-h-[min(60dvh,420px)] overflow-y-auto">
        <PeopleList people={people} current={person.phone} onChoose={choose} onAdd={add} />
      </div>
    </Popover>
  )
}
