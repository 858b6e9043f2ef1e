import type { Channel } from '@chasqui/contracts'
import { channelHealthRoutes } from '@chasqui/contracts/http/channel-health'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { countAnewEvery } from '../../data/use-channels.ts'
import { Messages } from './messages.tsx'
import { Timeline } from './timeline.tsx'

/** How it has been doing: what it carried, how sending went, and whether it worked. */
export const Doing = ({ channel: { id } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { data, error, refetch } = useQuery({ ...asked(channelHealthRoutes.read, { params: { id } }), refetchInterval: countAnewEvery })
  if (!data)
    return error ? (
      <ErrorState title={t('doing.failed_to_read')} error={error} onRetry={() => void refetch()} />
    ) : (
      <Loading label={t('loading')} className="flex flex-col gap-4">
        <Skeleton className="h-72 tablet:h-64" />
        <Skeleton className="h-56" />
      </Loading>
    )
  return (
    <>
      <Messages health={data} />
      <Timeline timeline={data.timeline} />
    </>
  )
}
