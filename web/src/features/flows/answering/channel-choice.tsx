import type { Channel } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useFlowNames } from './use-answering.ts'

type ChannelChoiceProps = { channels: readonly Channel[]; chosen: readonly Channel[]; onToggle: (id: string) => void }

/** That the flow answers nowhere, and, for who may say so, the channels that could answer with it, each with what answers there now. */
export const ChannelChoice = ({ channels, chosen, onToggle }: ChannelChoiceProps) => {
  const { t } = useTexts('flows')
  const mayChoose = useCan('channels.manage')
  const nameOf = useFlowNames()
  if (!mayChoose || channels.length === 0) return <p className="text-sm text-fg-2">{t(mayChoose ? 'answering.no_channel' : 'answering.by_others')}</p>
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-medium text-fg-2">{t('answering.label')}</legend>
      <p className="mb-1 text-xs text-fg-3">{t('answering.hint')}</p>
      {channels.map((channel) => (
        <label key={channel.id} className="flex min-h-7 items-center gap-2 py-0.5 text-base touch:min-h-11">
          <input
            type="checkbox"
            className="size-4 shrink-0 accent-primary"
            checked={chosen.some(({ id }) => id === channel.id)}
            onChange={() => onToggle(channel.id)}
          />
          <span className="min-w-0 wrap-anywhere">
            {t('answering.in', { channel: channel.name })}{' '}
            <span className="text-sm text-fg-2">
              {channel.flowId === null ? t('answering.free') : t('answering.instead', { flow: nameOf(channel.flowId) ?? t('answering.another') })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
