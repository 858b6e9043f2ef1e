import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { RotateCw, ScrollText } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

const Lines = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  // A server writes all the time: what was read a while ago is no answer.
  const { data, error, isFetching, refetch } = useQuery({ ...asked(channelRoutes.serverLog, { params: { id: channel.id } }), staleTime: 0, gcTime: 0 })
  if (error) return <ErrorState title={t('server_log.failed')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40" />
  return (
    <>
      {data.lines?.length ? (
        <pre
          role="region"
          aria-label={t('server_log.title')}
          tabIndex={0}
          lang="en"
          className="max-h-80 overflow-auto rounded-control border border-line bg-surface-2 p-3 font-mono text-xs whitespace-pre"
        >
          {data.lines.join('\n')}
        </pre>
      ) : (
        <p className="text-sm text-fg-3">{t('server_log.empty')}</p>
      )}
      <Button icon={RotateCw} size="sm" className="self-start" busy={isFetching} onClick={() => void refetch()}>
        {t('server_log.again')}
      </Button>
    </>
  )
}

/** What the server of a channel wrote that the installation runs for it; asked for when somebody wants to see it. */
export const ServerLog = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const [open, setOpen] = useState(false)
  return (
    <Section title={t('server_log.title')} hint={t('server_log.hint')}>
      {open ? (
        <Lines channel={channel} />
      ) : (
        <Button icon={ScrollText} className="self-start" onClick={() => setOpen(true)}>
          {t('server_log.show')}
        </Button>
      )}
    </Section>
  )
}
