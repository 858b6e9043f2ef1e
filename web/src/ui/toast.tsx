import { type CSSProperties, Suspense } from 'react'
import type { toast as Toast } from 'sonner'
import { text, useTexts } from '#lib/i18n/texts.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { createStore } from '#lib/store.ts'
import { lazyPart } from './lazy-part.tsx'
import { placeToasts } from './toast-place.ts'
import { useNarrow } from './use-narrow.ts'

/**
 * One line, one action, never the only place where an error is told.
 *   sayUndoable(t('closed'), () => reopen(id))   8 s with Undo, also under Ctrl/⌘ Z
 *   say(t('copied'))                              4 s; 8 s with an action, which wants to be read and reached
 *   sayProblem(t('close_failed'))                 stays until dismissed; sayLasting(t('news'), …) too, and is no problem
 * The same text twice is one toast.
 */
export type ToastAction = { label: string; run: () => void }
const lastUndo = createStore<{ id: string; run: () => void } | null>(null)

/** Fetched with the first page but not waited for: nothing is said before it is there. What is said meanwhile comes in its order. */
const fetchSonner = () => import('sonner')
const Sonner = lazyPart(() => fetchSonner().then((library) => library.Toaster))
const show = (tell: (toast: typeof Toast) => unknown): void =>
  void fetchSonner().then(
    ({ toast }) => {
      placeToasts()
      tell(toast)
    },
    () => undefined,
  )

const button = (action?: ToastAction) => (action ? { action: { label: action.label, onClick: action.run } } : {})

export const say = (message: string, action?: ToastAction) =>
  show((toast) => toast(message, { id: message, duration: action ? 8000 : 4000, ...button(action) }))
export const sayProblem = (message: string, action?: ToastAction) =>
  show((toast) => toast.error(message, { id: message, duration: Infinity, closeButton: true, ...button(action) }))
/** Stays until it is done or dismissed. */
export const sayLasting = (message: string, action: ToastAction) =>
  show((toast) => toast(message, { id: message, duration: Infinity, closeButton: true, ...button(action) }))
export const sayUndoable = (message: string, undo: () => void) => {
  const forget = () => lastUndo.get()?.id === message && lastUndo.set(null)
  const run = () => {
    forget()
    show((toast) => toast.dismiss(message))
    undo()
  }
  lastUndo.set({ id: message, run })
  show((toast) => toast(message, { id: message, duration: 8000, onAutoClose: forget, onDismiss: forget, ...button({ label: text('ui:undo'), run }) }))
}

/** Rendered once, in the root. */
export const Toaster = () => {
  const { t } = useTexts('ui')
  const narrow = useNarrow()
  useShortcuts('everywhere', { undo: { keys: 'Mod+z', label: t('keys.undo'), run: () => lastUndo.get()?.run() } })
  return (
    <Suspense fallback={null}>
      <Sonner
        position={narrow ? 'top-center' : 'bottom-left'}
        visibleToasts={3}
        containerAriaLabel={t('notices')}
        // Alt and Option with a letter write characters on many layouts, so nothing listens to them; Tab leads here, Ctrl/⌘ Z undoes.
        hotkey={[]}
        offset={{ left: 'var(--toast-left, 24px)', bottom: 'var(--toast-bottom, 24px)', top: 'var(--toast-top, 16px)' }}
        mobileOffset={{ top: 'var(--toast-top, 16px)', left: '16px', right: '16px' }}
        // The library names fonts and a width of its own.
        style={{ fontFamily: 'inherit', '--width': 'var(--toast-width, 356px)' } as CSSProperties}
        toastOptions={{
          unstyled: true,
          closeButtonAriaLabel: t('close'),
          classNames: {
            toast:
              'flex w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-card bg-fg px-4 py-3 text-base text-surface shadow-high has-[[data-close-button]]:pr-10',
            title: 'font-medium',
            // Where it is narrow, the action stands below the words.
            content: 'min-w-0 flex-[1_1_6rem] wrap-anywhere',
            actionButton: 'shrink-0 rounded-control px-2 py-1 text-sm font-semibold underline underline-offset-2',
            closeButton: 'absolute top-3 right-2 rounded-control p-1',
          },
        }}
      />
    </Suspense>
  )
}
