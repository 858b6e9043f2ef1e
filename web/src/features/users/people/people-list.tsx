import type { TenantUser } from '@chasqui/contracts'
import { userRoutes } from '@chasqui/contracts/http/users'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePresences } from '#lib/presence.ts'
import { useResting } from '#lib/use-resting.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ListWaiting } from '../list-waiting.tsx'
import { useRoleOptions } from '../use-role-name.ts'
import { PersonRow } from './person-row.tsx'
import { PersonSheet } from './person-sheet.tsx'

const states = ['active', 'inactive', 'suspended'] as const
type Filter = { role: string; status: '' | (typeof states)[number] }

const Filters = ({ q, onSearch, filter, onFilter }: { q: string; onSearch: (q: string) => void; filter: Filter; onFilter: (filter: Filter) => void }) => {
  const { t } = useTexts('users')
  const roleOptions = useRoleOptions()
  return (
    <div className="mt-4 grid gap-3 tablet:grid-cols-[1fr_180px_160px]">
      <TextField label={t('search')} type="search" value={q} onChange={(event) => onSearch(event.target.value)} maxLength={200} />
      <SelectField
        label={t('field.role')}
        value={filter.role}
        options={[{ value: '', label: t('any') }, ...roleOptions]}
        onChange={(role) => onFilter({ ...filter, role })}
      />
      <SelectField
        label={t('field.status')}
        value={filter.status}
        options={[{ value: '', label: t('any') }, ...states.map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(status) => onFilter({ ...filter, status })}
      />
    </div>
  )
}

const usePeople = (q: string, { role, status }: Filter) => {
  const query = { limit: 50, ...(q && { q }), ...(role && { role }), ...(status && { status }) }
  return useInfiniteQuery({
    queryKey: [userRoutes.list.id, 'pages', query],
    queryFn: ({ pageParam, signal }) => call(userRoutes.list, { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** Everybody of the tenant, by name; a person opens to be changed. */
export const PeopleList = () => {
  const { t } = useTexts('users')
  const [q, setQ] = useState('')
  const [filter, setFilter] = useState<Filter>({ role: '', status: '' })
  const [opened, setOpened] = useState<TenantUser | null>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople(useResting(q.trim(), 250), filter)
  const presences = usePresences()
  const people = data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <Filters q={q} onSearch={setQ} filter={filter} onFilter={setFilter} />
      {people ? (
        <ul aria-label={t('part.people')} className="mt-4 divide-y divide-line border-y border-line">
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              presence={person.status === 'active' ? (presences.get(person.id)?.state ?? 'offline') : 'offline'}
              onOpen={() => setOpened(person)}
            />
          ))}
        </ul>
      ) : error ? (
        <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <ListWaiting />
      )}
      {people?.length === 0 && <EmptyState icon={UsersRound} title={t('nobody_matches')} />}
      {hasNextPage && (
        <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {opened && <PersonSheet person={people?.find(({ id }) => id === opened.id) ?? opened} onClose={() => setOpened(null)} />}
    </>
  )
}
