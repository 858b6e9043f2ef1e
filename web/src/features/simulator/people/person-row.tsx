import type { SimulatedPhone } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Badge } from '#ui/badge.tsx'
import { useWords } from '../bubbles/use-message-words.ts'
import { useShownName, useShownPhone } from './shown.ts'

type PersonRowProps = { person: SimulatedPhone; current: boolean; onChoose: () => void }

/** One simulated customer: name, number, what was said last. */
export const PersonRow = ({ person, current, onChoose }: PersonRowProps) => {
  const { t } = useTexts('simulator')
  const format = useFormat({ ticking: true })
  const shownPhone = useShownPhone()
  const shownName = useShownName()
  const words = useWords()
  const { name, phone, unread, lastType, lastMessage, lastAt } = person
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-control px-2 py-2 text-left hover:bg-surface-2 aria-current:bg-primary-subtle"
    >
      <Avatar name={name} size="md" />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold">{shownName(person)}</span>
          {lastAt && (
            <time dateTime={lastAt} className="shrink-0 text-xs text-fg-3 tabular">
              {format.listTime(lastAt)}
            </time>
          )}
        </span>
        {name !== phone && <span className="block truncate text-xs text-fg-3 tabular">{shownPhone(phone)}</span>}
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-sm text-fg-2">
            {lastType === null ? t('people.silent') : words({ type: lastType, words: lastMessage })}
          </span>
          <Badge count={unread} look="primary" label={t('people.unread', { count: unread })} />
        </span>
      </span>
    </button>
  )
}
