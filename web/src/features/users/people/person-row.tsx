import type { Presence, TenantUser } from '@chasqui/contracts'
import { ChevronRight } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Chip } from '#ui/chip.tsx'
import { PresenceDot } from '#ui/presence-dot.tsx'
import { useRoleName } from '../use-role-name.ts'

const tones = { active: 'success', inactive: 'neutral', suspended: 'warning' } as const

export const PersonRow = ({ person, presence, onOpen }: { person: TenantUser; presence: Presence['state']; onOpen: () => void }) => {
  const { t } = useTexts('users')
  const me = useUser()
  const roleName = useRoleName()
  return (
    <li>
      <button type="button" onClick={onOpen} className="flex w-full items-center gap-3 px-1 py-2.5 text-left hover:bg-surface-2">
        <span className="relative">
          <Avatar name={person.name} photo={person.photoUrl} />
          <PresenceDot state={presence} className="absolute right-0 bottom-0 ring-2 ring-bg" />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex min-w-0 items-baseline gap-1.5">
            <strong className="truncate text-base font-semibold">{person.name}</strong>
            {person.id === me.id && <span className="shrink-0 text-xs text-fg-3">{t('you')}</span>}
          </span>
          <span className="block truncate text-sm text-fg-3">
            {t(`presence.${presence}`)} · {person.email}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1 tablet:flex-row tablet:items-center tablet:gap-3">
          <span className="text-sm text-fg-2">{roleName(person.role)}</span>
          <Chip tone={tones[person.status]}>{t(`status.${person.status}`)}</Chip>
          <span className="text-xs text-fg-3 tabular max-tablet:hidden" title={t('load_hint')}>
            {t('load', { open: person.openConversations, capacity: person.capacity })}
          </span>
        </span>
        <ChevronRight size={16} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
      </button>
    </li>
  )
}
