import type { SimulatedPhone } from '@chasqui/contracts'
import { SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { isFaulty, useFaults } from '../data/use-faults.ts'
import { ControlPanel } from './control-panel.tsx'
import { StateStrip } from './state-strip.tsx'

type ControlsSheetProps = { channelId: string; person: SimulatedPhone; children: (button: ReactNode) => ReactNode }

/**
 * The controls where there is no room beside the phone: a button for the row above it, which tells by a dot and its name that something goes
 * wrong on purpose, the line of what holds now, and the sheet that both open.
 */
export const ControlsSheet = ({ channelId, person, children }: ControlsSheetProps) => {
  const { t } = useTexts('simulator')
  const [open, setOpen] = useState(false)
  const narrow = useNarrow()
  const { data } = useFaults(channelId)
  const active = data !== undefined && isFaulty(data)
  const show = () => setOpen(true)
  const button = (
    <span className="relative shrink-0">
      <IconButton icon={SlidersHorizontal} bordered label={t(active ? 'controls.title_active' : 'controls.title')} onClick={show} />
      {active && <span className="absolute -top-1 -right-1 size-3 rounded-full border-2 border-surface bg-warning" aria-hidden />}
    </span>
  )
  return (
    <>
      {children(button)}
      <StateStrip channelId={channelId} person={person} onOpen={show} />
      <SideSheet open={open} onClose={() => setOpen(false)} title={t('controls.title')} bottom={narrow}>
        <div className="p-4">
          <ControlPanel channelId={channelId} person={person} />
        </div>
      </SideSheet>
    </>
  )
}
