import type { Channel, ChannelSending, ChannelTraffic } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { ChannelMark } from '#ui/avatar.tsx'
import { ChannelMenu } from '../channel/channel-menu.tsx'
import { SendingLine } from './sending-line.tsx'
import { StateChip } from './state-chip.tsx'
import { useStateWords } from './state-words.ts'

type Fares = { answers: string; sending: ChannelSending | undefined; today: ChannelTraffic | undefined }

/** One channel: what it is, whether it works and since when, who answers whom, when it was last used and how much today. */
export const ChannelRow = ({ channel, answers, sending, today }: { channel: Channel } & Fares) => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  const format = useFormat({ ticking: true })
  const mayManage = useCan('channels.manage')
  const trouble = useStateWords()(channel)
  const { id, kind, name, address, stateSince, lastInboundAt, lastOutboundAt } = channel
  const moved = [
    lastInboundAt ? t('list.in', { when: format.listTime(lastInboundAt) }) : t('list.never_in'),
    ...(lastOutboundAt ? [t('list.out', { when: format.listTime(lastOutboundAt) })] : []),
  ]
  const carried = today && t('list.today', { in: format.number(today.in), out: format.number(today.out) })
  return (
    <li className="flex items-center gap-1 hover:bg-surface-2">
      <Link to="/a/$tenant/channels/$channelId" params={{ tenant: tenant.slug, channelId: id }} className="flex min-w-0 flex-1 items-center gap-3 px-1 py-3">
        <ChannelMark kind={kind} size="large" />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <strong className="min-w-0 truncate text-base font-semibold">{name}</strong>
            <StateChip channel={channel} />
          </span>
          <span className="block truncate text-sm text-fg-2">
            {t(`kind.${kind}`)}
            {address && ` · ${address}`}
          </span>
          {trouble && (
            <span className="block text-sm text-fg-2">
              {trouble} <span className="text-fg-3">{t('since', { when: format.moment(stateSince) })}</span>
            </span>
          )}
          {sending && <SendingLine channel={channel} sending={sending} />}
          <span className="block text-sm text-fg-3 tablet:hidden">
            {answers} · {moved.join(' · ')}
            {carried && <span className="block tabular">{carried}</span>}
          </span>
        </span>
        <span className="w-60 shrink-0 text-right text-sm max-tablet:hidden">
          <span className="block truncate text-fg-2">{answers}</span>
          <span className="block truncate text-fg-3 tabular">{moved.join(' · ')}</span>
          {carried && <span className="block truncate text-fg-3 tabular">{carried}</span>}
        </span>
      </Link>
      {mayManage && <ChannelMenu channel={channel} />}
    </li>
  )
}
