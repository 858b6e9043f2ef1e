import { AtSign, Bot, CircleCheck, Clock, Inbox, SearchX } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { isNarrowed } from '../cache/list-filter.ts'

const icons = { open: Inbox, bot: Bot, snoozed: Clock, closed: CircleCheck }

/** Nothing yet and nothing that matches are said differently; each offers a way on. */
export const ListEmpty = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { filter, clear } = address
  if (isNarrowed(filter)) {
    return (
      <EmptyState icon={SearchX} title={t('empty.no_match')} className="flex-1" action={<Button onClick={clear}>{t('filter.clear')}</Button>}>
        {filter.q ? t('empty.no_match_words', { words: filter.q }) : t('empty.no_match_hint')}
      </EmptyState>
    )
  }
  const isAll = filter.view === 'all' && !filter.queueOfView
  const action = isAll ? <TryPhone /> : <Button onClick={() => address.show({ view: 'all' })}>{t('empty.show_all')}</Button>
  if (filter.view === 'mentions' && filter.tab === 'open')
    return (
      <EmptyState icon={AtSign} title={t('empty.mentions')} className="flex-1" action={action}>
        {t('empty.mentions_hint')}
      </EmptyState>
    )
  return (
    <EmptyState icon={icons[filter.tab]} title={t(`empty.${filter.tab}`)} className="flex-1" action={action}>
      {filter.tab === 'open' ? t('empty.open_hint') : undefined}
    </EmptyState>
  )
}

/** The phone of the simulator writes the first message. */
const TryPhone = () => {
  const { t } = useTexts('inbox')
  const { slug } = useTenant()
  if (!useCan('simulator.use')) return null
  return (
    <Link to="/a/$tenant/sim" params={{ tenant: slug }} className={buttonLook('outline')}>
      {t('empty.try_phone')}
    </Link>
  )
}
