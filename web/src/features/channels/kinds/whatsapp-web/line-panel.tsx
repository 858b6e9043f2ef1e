import type { Channel, ChannelLine } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { Link2, LoaderCircle, RotateCw } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useChannelActs } from '../../channel/use-channel-acts.ts'
import { causes, isCause } from './causes.ts'
import { Late, roomy, useLate } from './late.tsx'
import { Linking } from './linking.tsx'
import { Stuck } from './stuck.tsx'

/** ms. News of a line come by themselves; this is for news that got lost on their way. */
const lookAgainEvery = 5000

type Of<State extends ChannelLine['state']> = Extract<ChannelLine, { state: State }>

const useCause = () => {
  const { t } = useTexts('whatsapp-web')
  return (cause: string) => (isCause(cause) ? t(causes[cause]) : t('cause.unknown', { cause }))
}

/** Something goes on; what takes too long says so, and how to go on. */
const Waiting = ({ channel, line }: { channel: Channel; line: Pick<ChannelLine, 'since'> & { state: 'connecting' | 'linking' } }) => {
  const { t } = useTexts('whatsapp-web')
  return useLate(line.since) ? (
    <Late channel={channel} />
  ) : (
    <p role="status" className="flex items-center gap-2 text-base">
      <LoaderCircle size={18} strokeWidth={1.75} aria-hidden className="shrink-0 animate-spin text-fg-3 motion-reduce:animate-none" />
      {t(`line.${line.state}`)}
    </p>
  )
}

const Reconnecting = ({ channel, line }: { channel: Channel; line: Of<'reconnecting'> }) => {
  const { t } = useTexts('whatsapp-web')
  const format = useFormat()
  const now = useNow(1000)
  const causeOf = useCause()
  const { restart } = useChannelActs(channel)
  const { busy, run } = useAct()
  const left = now === null ? 0 : Math.max(0, Math.ceil((new Date(line.retryAt).getTime() - now) / 1000))
  return (
    <Banner
      tone="warning"
      className={roomy}
      action={
        <Button size="sm" icon={RotateCw} busy={busy} onClick={() => void run(restart)}>
          {t('line.now')}
        </Button>
      }
    >
      {causeOf(line.cause)} {left > 0 ? t('line.next', { time: format.countdown(left) }) : t('line.trying')}
    </Banner>
  )
}

const Ended = ({ channel, line }: { channel: Channel; line: Of<'passkey_required' | 'logged_out' | 'error'> }) => {
  const { t } = useTexts('whatsapp-web')
  const causeOf = useCause()
  const { connect } = useChannelActs(channel)
  const { busy, run } = useAct()
  const expired = line.cause === 'qr_expired'
  const links = expired || line.state === 'logged_out'
  return (
    <>
      <Banner
        tone={expired ? 'warning' : 'danger'}
        className={roomy}
        action={
          <Button size="sm" icon={links ? Link2 : RotateCw} busy={busy} onClick={() => void run(connect)}>
            {t(expired ? 'line.new_code' : links ? 'line.link_again' : 'line.again')}
          </Button>
        }
      >
        {causeOf(line.cause)}
      </Banner>
      {expired && <Stuck />}
    </>
  )
}

const Shown = ({ channel, line }: { channel: Channel; line: ChannelLine }) => {
  switch (line.state) {
    case 'connecting':
    case 'linking':
      return <Waiting channel={channel} line={{ state: line.state, since: line.since }} />
    case 'qr':
    case 'code':
      return <Linking channel={channel} line={line} />
    case 'reconnecting':
      return <Reconnecting channel={channel} line={line} />
    case 'passkey_required':
    case 'logged_out':
    case 'error':
      return <Ended channel={channel} line={line} />
    // How far the import is stands below it, in a section of its own.
    case 'importing':
    case 'connected':
      return null
  }
}

/** How the line of a number stands while it is not connected: the code that links it, what is tried, or why nothing happens and what to do. */
export const LinePanel = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('whatsapp-web')
  const query = { ...asked(channelRoutes.line, { params: { id: channel.id } }), refetchInterval: lookAgainEvery, gcTime: 0 }
  const { data, error, refetch } = useQuery(query)
  return (
    <Section title={t('line.title')}>
      {data ? (
        <Shown channel={channel} line={data.line ?? { state: 'connecting', since: channel.stateSince }} />
      ) : error ? (
        <ErrorState title={t('line.failed_to_read')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('line.connecting')}>
          <Skeleton className="h-72" />
        </Loading>
      )}
    </Section>
  )
}
