import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from './class-names.ts'
import { useFocusReturn } from './focus-return.ts'
import { IconButton } from './icon-button.tsx'

/**
 * A question or a small form over the page. `title` names the object and the consequence; `footer` holds the buttons, the main one
 * last and repeating the verb. On phones it rises from the bottom edge. `closable={false}` for what must be answered. `begins="panel"` where its field is
 * not what most people use, and a keyboard on the screen would lie over the rest.
 */
export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  footer?: ReactNode
  width?: 'sm' | 'md' | 'lg'
  closable?: boolean
  begins?: 'field' | 'panel'
  children?: ReactNode
}

const widths = { sm: 'tablet:max-w-sm', md: 'tablet:max-w-md', lg: 'tablet:max-w-2xl' }
const stay = (event: Event) => event.preventDefault()

/** Where to start: the first field, or the panel itself; never the close button, which would open its tooltip. */
export const focusInside = (event: Event) => {
  event.preventDefault()
  const panel = event.currentTarget instanceof HTMLElement ? event.currentTarget : null
  const field = panel?.querySelector<HTMLElement>('[autofocus], input, textarea, select')
  ;(field ?? panel)?.focus()
}

export const Dialog = ({ open, onClose, title, description, footer, width = 'md', closable = true, begins = 'field', children }: DialogProps) => {
  const { t } = useTexts('ui')
  const { remember, onCloseAutoFocus } = useFocusReturn()
  const start = (event: Event) => {
    remember()
    if (begins === 'field' || !(event.currentTarget instanceof HTMLElement)) return focusInside(event)
    event.preventDefault()
    event.currentTarget.focus()
  }
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid animate-appear grid-cols-1 items-end justify-items-center overflow-y-auto bg-scrim tablet:items-center tablet:p-6">
          <Radix.Content
            {...(description ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={start}
            onCloseAutoFocus={onCloseAutoFocus}
            onEscapeKeyDown={closable ? undefined : stay}
            onPointerDownOutside={closable ? undefined : stay}
            className={classNames(
              'w-full animate-slide-up outline-none rounded-t-panel bg-surface p-5 pb-[max(20px,env(safe-area-inset-bottom))] shadow-high tablet:animate-rise tablet:rounded-panel',
              widths[width],
            )}
          >
            <div className="flex items-start gap-3">
              <Radix.Title className="flex-1 text-lg font-semibold">{title}</Radix.Title>
              {closable && <IconButton icon={X} label={t('close')} onClick={onClose} className="-mt-1 -mr-2 touch:-mt-2.5" />}
            </div>
            {description && <Radix.Description className="mt-1 text-base text-fg-2">{description}</Radix.Description>}
            {children && <div className="mt-4">{children}</div>}
            {footer && <div className="mt-5 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">{footer}</div>}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
