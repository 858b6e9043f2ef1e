import type { Invitation } from '@chasqui/contracts'
import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link2, Mail, X } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { ListWaiting } from '../list-waiting.tsx'
import { useProblemWords } from '../problem-words.ts'
import { useRoleName } from '../use-role-name.ts'
import { readPeopleAgain } from '../read-people-again.ts'
import { InvitationLink } from './invitation-link.tsx'

type Renewed = { link: string; email: string; expiresAt: string }

const Row = ({ invitation, onRenewed }: { invitation: Invitation; onRenewed: (renewed: Renewed) => void }) => {
  const { t } = useTexts('users')
  const format = useFormat()
  const roleName = useRoleName()
  const words = useProblemWords()
  const { id, email, role, expiresAt } = invitation
  const over = format.secondsSince(expiresAt) > 0
  const act = (work: () => Promise<void>) =>
    void work()
      .then(readPeopleAgain)
      .catch((problem: unknown) => sayProblem(isProblem(problem) ? words(problem) : t('problem.unknown')))
  const renew = async () => onRenewed(await call(invitationRoutes.renew, { params: { id } }))
  const revoke = async () => {
    await call(invitationRoutes.revoke, { params: { id } })
    say(t('invitation.revoked', { email }))
  }
  return (
    <li className="flex items-center gap-3 px-1 py-2.5">
      <span className="min-w-0 flex-1">
        <strong className="block truncate text-base font-semibold">{email}</strong>
        <span className="block truncate text-sm text-fg-3">
          {roleName(role)}
          {invitation.invitedBy && ` · ${t('invitation.by', { name: invitation.invitedBy.name })}`}
        </span>
      </span>
      <Chip tone={over ? 'warning' : 'neutral'} className={over ? '' : 'max-tablet:hidden'}>
        {over ? t('invitation.over') : t('invitation.until', { time: format.moment(expiresAt) })}
      </Chip>
      <IconButton icon={Link2} label={t('invitation.renew', { email })} onClick={() => act(renew)} />
      <IconButton icon={X} label={t('invitation.revoke', { email })} onClick={() => act(revoke)} />
    </li>
  )
}

/** Who was invited and has not answered yet. */
export const InvitationList = () => {
  const { t } = useTexts('users')
  const [renewed, setRenewed] = useState<Renewed | null>(null)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [invitationRoutes.list.id, 'pages'],
    queryFn: ({ pageParam, signal }) => call(invitationRoutes.list, { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const invitations = data?.pages.flatMap(({ items }) => items)
  if (!invitations) return error ? <ErrorState title={t('invitation.failed')} error={error} onRetry={() => void refetch()} /> : <ListWaiting />
  return (
    <>
      {invitations.length === 0 ? (
        <EmptyState icon={Mail} title={t('invitation.none')} className="mt-6">
          {t('invitation.none_text')}
        </EmptyState>
      ) : (
        <ul aria-label={t('part.invitations')} className="mt-4 divide-y divide-line border-y border-line">
          {invitations.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} onRenewed={setRenewed} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="mt-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {renewed && <InvitationLink invitation={renewed} onClose={() => setRenewed(null)} />}
    </>
  )
}
