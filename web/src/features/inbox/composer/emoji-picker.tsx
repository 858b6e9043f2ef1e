import { Smile } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Popover } from '#ui/popover.tsx'
import { emoji } from './emoji.ts'

const perRow = 8

/** A small set of emoji. Arrows move, Enter writes it where the text was being written. */
export const EmojiPicker = ({ onPick }: { onPick: (emoji: string) => void }) => {
  const { t } = useTexts('inbox')
  const [open, setOpen] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[event.key]
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (!step || at < 0) return
    event.preventDefault()
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  const pick = (chosen: string) => {
    setOpen(false)
    onPick(chosen)
  }
  return (
    <Popover
      label={t('composer.emoji')}
      align="start"
      side="top"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton icon={Smile} label={t('composer.emoji')} side="top" />}
    >
      <div ref={grid} role="group" aria-label={t('composer.emoji')} data-own-keys onKeyDown={onKeyDown} className="grid max-h-56 grid-cols-8 overflow-y-auto">
        {emoji.map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={one === emoji[0] ? 0 : -1}
            onClick={() => pick(one)}
            className="grid size-8 place-items-center rounded-control text-lg -outline-offset-2 hover:bg-surface-2"
          >
            {one}
          </button>
        ))}
      </div>
    </Popover>
  )
}
