import type { Conversation } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { useChannelState } from '../cache/use-channel.ts'

type Props = { conversation: Conversation }

/** Tries again now; who may not is told what to expect, and nothing else. */
const Reconnect = ({ channel: { id, name } }: { channel: Conversation['channel'] }) => {
  const { t } = useTexts('inbox')
  const queryClient = useQueryClient()
  const stillDown = () => sayProblem(t('channel.still_down', { name }))
  const { mutate, isPending } = useMutation({
    mutationFn: () => call(channelRoutes.restart, { params: { id } }),
    onSuccess: ({ state }) => (state === 'connected' ? say(t('channel.back', { name })) : stillDown()),
    onError: stillDown,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(channelRoutes.list) }),
  })
  return (
    <Button size="sm" busy={isPending} onClick={() => mutate()}>
      {t('channel.reconnect')}
    </Button>
  )
}

/** The number behind this conversation is down: what is written waits in its queue, or goes nowhere. */
export const ChannelBanner = ({ conversation: { channel } }: Props) => {
  const { t } = useTexts('inbox')
  const mayManage = useCan('channels.manage')
  const state = useChannelState(channel.id)
  if (state === undefined || state === 'connected') return null
  return (
    <Banner
      tone={state === 'error' || state === 'removed' ? 'danger' : 'warning'}
      className="border-b border-line"
      action={mayManage && state !== 'connecting' && state !== 'removed' && <Reconnect channel={channel} />}
    >
      {t(`channel.${state}`, { name: channel.name })}
    </Banner>
  )
}
