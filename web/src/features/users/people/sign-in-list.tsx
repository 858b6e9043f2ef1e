import { userRoutes } from '@chasqui/contracts/http/users'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { deviceName } from '#lib/device-name.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { ActivityPart } from './activity-part.tsx'

const atOnce = 10

/** Where they signed in to this business, the newest first. */
export const SignInList = ({ userId }: { userId: string }) => {
  const { t } = useTexts('users')
  const format = useFormat({ ticking: true })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [userRoutes.signIns.id, userId],
    queryFn: ({ pageParam, signal }) =>
      call(userRoutes.signIns, { params: { id: userId }, query: { limit: atOnce, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
  const signIns = data?.pages.flatMap(({ items }) => items)
  return (
    <ActivityPart title={t('activity.sign_ins')} failed={t('activity.failed')} error={error} onRetry={() => void refetch()}>
      {signIns && (
        <>
          {signIns.length === 0 && <p className="mt-2 text-sm text-fg-2">{t('activity.never')}</p>}
          <ul className="mt-1 divide-y divide-line">
            {signIns.map(({ id, address, createdAt, lastUsedAt, open, ...device }) => (
              <li key={id} className="py-2">
                <p className="flex items-center gap-2 text-sm font-medium">
                  {deviceName(device) || t('activity.unknown_device')}
                  {open && <Chip tone="success">{t('activity.open')}</Chip>}
                </p>
                <p className="text-sm text-fg-2">
                  {t('activity.when', { since: format.listTime(createdAt), used: format.listTime(lastUsedAt) })}
                  {address && ` · ${address}`}
                </p>
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <Button size="sm" className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </ActivityPart>
  )
}
