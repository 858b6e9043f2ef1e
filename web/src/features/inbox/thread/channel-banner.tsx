import type { Conversation } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { useChannel } from '../cache/use-channel.ts'

/** The number behind this conversation is down: what is written waits in its queue. */
export const ChannelBanner = ({ conversation: { channel } }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const state = useChannel(channel.id)?.state
  if (state === undefined || state === 'connected') return null
  return (
    <Banner tone={state === 'error' ? 'danger' : 'warning'} className="border-b border-line">
      {t(`channel.${state}`, { name: channel.name })}
    </Banner>
  )
}
