import { Check, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classNames } from '#ui/class-names.ts'

/** Options to choose one of: arrows move, digits and Enter choose, typing narrows where `search` is given. */
export type ChoiceOption = { value: string; label: string; hint?: string | undefined; icon?: LucideIcon; face?: ReactNode; selected?: boolean }
export type ChoiceListProps = {
  label: string
  options: readonly ChoiceOption[]
  search?: string
  multiple?: boolean
  onChoose: (value: string) => void
  onWords?: (words: string) => void
}

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const ChoiceList = ({ label, options, search, multiple = false, onChoose, onWords }: ChoiceListProps) => {
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ selected }) => selected),
    ),
  )
  const list = useRef<HTMLDivElement>(null)
  const shown = options.filter((option) => plain(option.label).includes(plain(words)))
  const active = Math.min(at, shown.length - 1)
  const move = (to: number) => {
    const next = (to + shown.length) % Math.max(1, shown.length)
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Home: () => move(0),
      End: () => move(shown.length - 1),
      Enter: () => shown[active] && onChoose(shown[active].value),
    }
    const digit = search === undefined && /^[1-9]$/.test(event.key) ? shown[Number(event.key) - 1] : undefined
    const step = digit ? () => onChoose(digit.value) : steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  useEffect(() => {
    // After the dialog has put the focus on its first field.
    const frame = requestAnimationFrame(() => search === undefined && list.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const wiring = {
    role: 'combobox',
    'aria-expanded': true as const,
    'aria-controls': id,
    'aria-activedescendant': shown[active] ? `${id}-${shown[active].value}` : undefined,
    onKeyDown,
  }
  return (
    <div>
      {search !== undefined && (
        <input
          {...wiring}
          aria-label={search}
          placeholder={search}
          value={words}
          onChange={({ target }) => (setWords(target.value), setAt(0), onWords?.(target.value))}
          className="control mb-2 w-full rounded-control border border-line-strong bg-surface px-3 text-base touch:text-md"
        />
      )}
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        className="max-h-[50dvh] overflow-y-auto rounded-control outline-none"
        {...(search === undefined && { tabIndex: 0, onKeyDown, 'aria-activedescendant': wiring['aria-activedescendant'] })}
      >
        {shown.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${option.value}`}
            option={option}
            digit={search === undefined && index < 9 ? index + 1 : null}
            active={index === active}
            onHover={() => setAt(index)}
            onChoose={() => onChoose(option.value)}
          />
        ))}
      </div>
    </div>
  )
}

type OptionProps = { id: string; option: ChoiceOption; digit: number | null; active: boolean; onHover: () => void; onChoose: () => void }
const Option = ({ id, option: { label, hint, icon: Icon, face, selected }, digit, active, onHover, onChoose }: OptionProps) => (
  <div
    id={id}
    role="option"
    aria-selected={selected ?? false}
    onPointerMove={onHover}
    onClick={onChoose}
    className={classNames('flex min-h-10 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1.5 touch:min-h-11', active && 'bg-surface-2')}
  >
    {face}
    {Icon && <Icon size={18} strokeWidth={1.75} className="shrink-0 text-fg-2" aria-hidden />}
    <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
    {hint && <span className="shrink-0 text-sm text-fg-3">{hint}</span>}
    {selected && <Check size={18} strokeWidth={2} className="shrink-0 text-primary" aria-hidden />}
    {digit && (
      <kbd className="rounded-xs border border-line px-1 text-xs text-fg-3 touch:hidden" aria-hidden>
        {digit}
      </kbd>
    )}
  </div>
)
