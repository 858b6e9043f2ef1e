import type { Channel } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, ExternalLink } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { ChannelMark } from '#ui/avatar.tsx'
import { buttonLook } from '#ui/button.tsx'
import type { KindForm } from '../kinds/kind.ts'
import { StateChip } from '../list/state-chip.tsx'
import { ChannelMenu } from './channel-menu.tsx'

export const Back = () => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  return (
    <Link
      to="/a/$tenant/channels"
      params={{ tenant: tenant.slug }}
      aria-label={t('back')}
      className="grid size-9 shrink-0 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
    >
      <ArrowLeft size={18} strokeWidth={1.75} aria-hidden />
    </Link>
  )
}

/** Since when it works, or when it last did. */
const LastConnected = ({ channel: { state, lastConnectedAt } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  return (
    lastConnectedAt && (
      <p className="text-xs text-fg-3 tabular">{t(state === 'connected' ? 'connected_since' : 'connected_last', { when: format.moment(lastConnectedAt) })}</p>
    )
  )
}

/** Which channel it is and how it is, with what can be done with it as a whole. */
export const Heading = ({ channel, form }: { channel: Channel; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  return (
    <div className="flex items-center gap-2">
      <Back />
      <ChannelMark kind={channel.kind} size="large" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <h1 className="min-w-0 text-lg font-semibold wrap-anywhere tablet:text-xl">{channel.name}</h1>
          <StateChip channel={channel} />
        </div>
        <p className="truncate text-sm text-fg-2">
          {t(`kind.${channel.kind}`)}
          {channel.address && ` · ${channel.address}`}
        </p>
        <LastConnected channel={channel} />
      </div>
      {form?.trialPath && channel.state === 'connected' && (
        <a href={form.trialPath(channel.id)} target="_blank" rel="noreferrer" className={buttonLook()}>
          <ExternalLink size={16} strokeWidth={1.75} aria-hidden />
          {t('try')}
        </a>
      )}
      {mayManage && <ChannelMenu channel={channel} />}
    </div>
  )
}
