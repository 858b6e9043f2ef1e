import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useFocusReturn } from './focus-return.ts'
import { IconButton } from './icon-button.tsx'

/** A panel from the right edge (from the bottom on phones with `bottom`), over the page. */
export type SideSheetProps = { open: boolean; onClose: () => void; title: string; bottom?: boolean; children: ReactNode }

/** The panel itself: on phones a focused field would open the keyboard. */
const focusPanel = (event: Event) => {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

const right = 'inset-y-0 right-0 w-full max-w-(--side-w) animate-slide-in border-l border-line max-tablet:max-w-none'
const below = 'inset-x-0 bottom-0 max-h-[85dvh] animate-slide-up rounded-t-panel pb-[env(safe-area-inset-bottom)]'

export const SideSheet = ({ open, onClose, title, bottom = false, children }: SideSheetProps) => {
  const { t } = useTexts('ui')
  const { remember, onCloseAutoFocus } = useFocusReturn()
  const start = (event: Event) => {
    remember()
    focusPanel(event)
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={start}
          onCloseAutoFocus={onCloseAutoFocus}
          className={`fixed z-40 flex flex-col overflow-hidden bg-surface shadow-high outline-none ${bottom ? below : right}`}
        >
          <div className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Radix.Title className="flex-1 truncate text-md font-semibold">{title}</Radix.Title>
            <IconButton icon={X} label={t('close')} onClick={onClose} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
