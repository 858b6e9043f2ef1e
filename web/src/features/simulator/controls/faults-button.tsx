import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { isFaulty, useFaults } from '../data/use-faults.ts'
import { FaultControls } from './fault-controls.tsx'

/** Opens the delivery faults; a dot, and the name of the button, tell that some are in force. */
export const FaultsButton = ({ channelId }: { channelId: string }) => {
  const { t } = useTexts('simulator')
  const [open, setOpen] = useState(false)
  const narrow = useNarrow()
  const { data } = useFaults(channelId)
  const active = data !== undefined && isFaulty(data)
  return (
    <>
      <span className="relative shrink-0">
        <IconButton icon={SlidersHorizontal} bordered label={t(active ? 'faults.title_active' : 'faults.title')} onClick={() => setOpen(true)} />
        {active && <span className="absolute -top-1 -right-1 size-3 rounded-full border-2 border-surface bg-warning" aria-hidden />}
      </span>
      <SideSheet open={open} onClose={() => setOpen(false)} title={t('faults.title')} bottom={narrow}>
        <div className="p-4">
          <FaultControls channelId={channelId} />
        </div>
      </SideSheet>
    </>
  )
}
