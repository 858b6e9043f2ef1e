import { Check } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { classNames } from '#ui/class-names.ts'

type PickMarkProps = { picked: boolean; picking: boolean; onPick: (extend: boolean) => void; children: ReactNode }

/**
 * The face of a row, which picks it: with the pointer over it, and on all rows as soon as one is picked, a box stands in its place. For pointers and
 * fingers; the keyboard has `x`, and readers of the screen are told by the row.
 */
export const PickMark = ({ picked, picking, onPick, children }: PickMarkProps) => {
  const pick = (event: MouseEvent) => {
    event.stopPropagation()
    onPick(event.shiftKey)
  }
  return (
    <span role="presentation" data-pick onClick={pick} className="group/pick relative -m-1 grid shrink-0 self-start p-1">
      <span className={classNames(picking ? 'invisible' : 'group-hover/pick:invisible touch:group-hover/pick:visible')}>{children}</span>
      <span
        className={classNames('absolute inset-0 place-items-center', picking ? 'grid' : 'hidden group-hover/pick:grid touch:group-hover/pick:hidden')}
        aria-hidden
      >
        <span
          className={classNames(
            'grid size-5 place-items-center rounded-xs border-2',
            picked ? 'border-primary bg-primary text-on-primary' : 'border-fg-3 bg-surface',
          )}
        >
          {picked && <Check size={14} strokeWidth={3} />}
        </span>
      </span>
    </span>
  )
}
