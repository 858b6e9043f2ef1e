import { labelOf } from '#lib/shortcut-keys.ts'
import { classNames } from './class-names.ts'

export const isMac = /mac|iphone|ipad/i.test(navigator.platform)

/** Keys as people see them on their keyboard. Hidden where there is none. `inherit` takes the colour of the button around it. */
export const KeyHint = ({ keys, inherit = false }: { keys: string; inherit?: boolean }) => {
  const shape = classNames('rounded-xs border px-1 font-sans text-xs font-medium', inherit ? 'border-current opacity-85' : 'border-line bg-surface text-fg-3')
  const first = keys.split('|')[0] ?? keys
  return (
    <span className="inline-flex gap-0.5 touch:hidden" aria-hidden>
      {first.includes('Mod+') ? (
        <kbd className={shape}>{labelOf(first, isMac).join(' ')}</kbd>
      ) : (
        labelOf(first, isMac).map((label, index) => (
          <kbd key={index} className={shape}>
            {label}
          </kbd>
        ))
      )}
    </span>
  )
}
