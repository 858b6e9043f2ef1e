import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { classNames } from '#ui/class-names.ts'

export type SuggestionsProps = {
  /** Where is written meanwhile: it keeps the focus, and its arrows, Enter and Tab choose. */
  field: RefObject<HTMLTextAreaElement | HTMLInputElement | null>
  label: string
  /** Keys of what is offered. */
  options: readonly string[]
  renderFace: (key: string, active: boolean) => ReactNode
  /** Said where there is nothing to choose. */
  nothing: string
  onChoose: (key: string) => void
  onLeave: () => void
  className?: string
}

/** What is offered while somebody writes. Arrows move, Enter or Tab chooses, Esc goes on without any of it. */
export const Suggestions = ({ field, label, options, renderFace, nothing, onChoose, onLeave, className = '' }: SuggestionsProps) => {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const active = Math.max(0, Math.min(at, options.length - 1))
  const move = (to: number) => {
    const next = (to + options.length) % Math.max(1, options.length)
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const steps: Record<string, () => void> = {
    ArrowDown: () => move(active + 1),
    ArrowUp: () => move(active - 1),
    Enter: () => options[active] && onChoose(options[active]),
    Tab: () => options[active] && onChoose(options[active]),
    Escape: onLeave,
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = steps[event.key]
    const leavesByTab = event.key === 'Tab' && (event.shiftKey || options.length === 0)
    if (!step || event.isComposing || leavesByTab || event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === 'Enter')) return
    event.preventDefault()
    // Before the field's own keys, which would send or leave.
    event.stopPropagation()
    step()
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    const listen = (event: Event) => onKey(event as KeyboardEvent)
    element.addEventListener('keydown', listen)
    element.setAttribute('aria-autocomplete', 'list')
    element.setAttribute('aria-controls', id)
    return () => {
      element.removeEventListener('keydown', listen)
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) element.removeAttribute(name)
    }
  }, [field, id])
  const chosen = options[active]
  useEffect(() => {
    if (chosen === undefined) field.current?.removeAttribute('aria-activedescendant')
    else field.current?.setAttribute('aria-activedescendant', `${id}-${chosen}`)
  }, [chosen, field, id])
  return (
    <div className={className}>
      {options.length === 0 && (
        <p role="status" className="px-2 py-2 text-sm text-fg-2">
          {nothing}
        </p>
      )}
      <div ref={list} id={id} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto overscroll-contain rounded-control">
        {options.map((key, index) => (
          <div
            key={key}
            id={`${id}-${key}`}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setAt(index)}
            onClick={() => onChoose(key)}
            className={classNames('cursor-pointer rounded-control px-2 py-1.5 touch:min-h-11', index === active && 'bg-surface-2')}
          >
            {renderFace(key, index === active)}
          </div>
        ))}
      </div>
    </div>
  )
}
