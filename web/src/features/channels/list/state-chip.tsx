import type { Channel } from '@chasqui/contracts'
import { CircleAlert, CircleCheck, CloudOff, Hourglass, Pause, QrCode } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'

const looks = {
  connected: { tone: 'success', icon: CircleCheck },
  connecting: { tone: 'info', icon: Hourglass },
  disconnected: { tone: 'neutral', icon: CloudOff },
  paused: { tone: 'warning', icon: Pause },
  error: { tone: 'danger', icon: CircleAlert },
} as const

/** How a channel is, in a word. One that waits for a telephone says so, whatever else it is. */
export const StateChip = ({ channel: { state, link } }: { channel: Pick<Channel, 'state' | 'link'> }) => {
  const { t } = useTexts('channels')
  if (link)
    return (
      <Chip tone="warning" icon={QrCode}>
        {t(`link.${link}`)}
      </Chip>
    )
  return <Chip {...looks[state]}>{t(`state.${state}`)}</Chip>
}
