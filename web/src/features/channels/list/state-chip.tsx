import type { ChannelState } from '@chasqui/contracts'
import { CircleAlert, CircleCheck, CloudOff, Hourglass, Pause } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'

const looks = {
  connected: { tone: 'success', icon: CircleCheck },
  connecting: { tone: 'info', icon: Hourglass },
  disconnected: { tone: 'neutral', icon: CloudOff },
  paused: { tone: 'warning', icon: Pause },
  error: { tone: 'danger', icon: CircleAlert },
} as const

export const StateChip = ({ state }: { state: ChannelState }) => {
  const { t } = useTexts('channels')
  return <Chip {...looks[state]}>{t(`state.${state}`)}</Chip>
}
