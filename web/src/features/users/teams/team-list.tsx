import type { Team } from '@chasqui/contracts'
import { teamRoutes } from '@chasqui/contracts/http/teams'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { ListWaiting } from '../list-waiting.tsx'
import { TeamDialog } from './team-dialog.tsx'

const Row = ({ team, names, onOpen }: { team: Team; names: ReadonlyMap<string, string>; onOpen: (() => void) | null }) => {
  const { t } = useTexts('users')
  const members = team.memberIds.flatMap((id) => names.get(id) ?? []).toSorted((one, other) => one.localeCompare(other))
  const face = (
    <>
      <span className="min-w-0 flex-1">
        <strong className="block truncate text-base font-semibold">{team.name}</strong>
        <span className="block truncate text-sm text-fg-3">{members.join(', ') || t('team.empty')}</span>
      </span>
      <span className="text-sm text-fg-2 tabular">{t('team.count', { count: team.memberIds.length })}</span>
    </>
  )
  if (!onOpen) return <li className="flex items-center gap-3 px-1 py-2.5">{face}</li>
  return (
    <li>
      <button type="button" onClick={onOpen} className="flex w-full items-center gap-3 px-1 py-2.5 text-left hover:bg-surface-2">
        {face}
        <ChevronRight size={16} strokeWidth={1.75} className="shrink-0 text-fg-3" aria-hidden />
      </button>
    </li>
  )
}

/** The teams with who is in them. */
export const TeamList = () => {
  const { t } = useTexts('users')
  const mayManage = useCan('teams.manage')
  const { data, error, refetch } = useQuery(asked(teamRoutes.list))
  const people = useQuery(asked(userRoutes.list, { query: { limit: 200 } }))
  const [opened, setOpened] = useState<Team | null>(null)
  if (!data) return error ? <ErrorState title={t('team.failed')} error={error} onRetry={() => void refetch()} /> : <ListWaiting />
  const names = new Map((people.data?.items ?? []).map(({ id, name }) => [id, name]))
  return (
    <>
      {data.items.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('team.none')} className="mt-6">
          {t('team.none_text')}
        </EmptyState>
      ) : (
        <ul aria-label={t('part.teams')} className="mt-4 divide-y divide-line border-y border-line">
          {data.items.map((team) => (
            <Row key={team.id} team={team} names={names} onOpen={mayManage ? () => setOpened(team) : null} />
          ))}
        </ul>
      )}
      {opened && <TeamDialog team={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
