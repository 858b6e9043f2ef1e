import type { OpeningHours } from '@chasqui/contracts'
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { paint, slotAt, slotMinutes, slotsInDay } from './intervals.ts'
import { useClockWords } from './use-clock-words.ts'

type Weekly = OpeningHours['weekly']
const days = ['1', '2', '3', '4', '5', '6', '7'] as const
type Cell = { day: number; slot: number }
type Stroke = { from: Cell; open: boolean; before: Weekly }

const columns = 'grid grid-cols-[48px_repeat(48,minmax(0,1fr))] items-center'
const looks = { open: 'bg-primary', partly: 'bg-primary/50', closed: 'bg-surface-2 hover:bg-surface-3' }
const timeOf = (slot: number) => `${String(Math.floor((slot * slotMinutes) / 60)).padStart(2, '0')}:${String((slot * slotMinutes) % 60).padStart(2, '0')}`

/** Opens or closes everything between two cells, whichever way they lie. */
const painted = ({ from, open, before }: Stroke, to: Cell): Weekly => {
  const [first, last] = [Math.min(from.day, to.day), Math.max(from.day, to.day)]
  return Object.fromEntries(
    days.map((day, index) => [day, index < first || index > last ? (before[day] ?? []) : paint(before[day] ?? [], [from.slot, to.slot], open)]),
  )
}

const steps: Record<string, Cell> = {
  ArrowLeft: { day: 0, slot: -1 },
  ArrowRight: { day: 0, slot: 1 },
  ArrowUp: { day: -1, slot: 0 },
  ArrowDown: { day: 1, slot: 0 },
}
const within = (value: number, most: number) => Math.max(0, Math.min(most, value))

/**
 * The week as half hours. The mouse paints a rectangle; with keys, arrows go about, Space turns one over, and Shift with an arrow takes the next along.
 * Left out on phones, where the lists of intervals say the same.
 */
export const WeekGrid = ({ weekly, disabled, onChange }: { weekly: Weekly; disabled: boolean; onChange: (weekly: Weekly) => void }) => {
  const { t } = useTexts('campaigns')
  const { dayName, shortDayName, clockWords } = useClockWords()
  const grid = useRef<HTMLDivElement>(null)
  const keys = useId()
  const [focus, setFocus] = useState<Cell>({ day: 0, slot: 18 })
  const [stroke, setStroke] = useState<Stroke | null>(null)
  const isOpen = ({ day, slot }: Cell) => slotAt(weekly[days[day]!] ?? [], slot) === 'open'
  const strokeFrom = (cell: Cell, open = !isOpen(cell)): Stroke => ({ from: cell, open, before: weekly })

  const cellUnder = (event: PointerEvent): Cell | null => {
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const [day, slot] = (under instanceof HTMLElement ? (under.dataset['cell'] ?? '') : '').split(' ')
    return day && slot ? { day: Number(day), slot: Number(slot) } : null
  }
  const begin = (cell: Cell) => {
    if (disabled) return
    const next = strokeFrom(cell)
    setFocus(cell)
    setStroke(next)
    onChange(painted(next, cell))
  }
  const go = (event: PointerEvent) => {
    const cell = stroke && cellUnder(event)
    if (stroke && cell) onChange(painted(stroke, cell))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === ' ' || event.key === 'Enter') && !disabled) {
      event.preventDefault()
      return onChange(painted(strokeFrom(focus), focus))
    }
    const step = event.key === 'Home' ? { day: 0, slot: -slotsInDay } : event.key === 'End' ? { day: 0, slot: slotsInDay } : steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = { day: within(focus.day + step.day, 6), slot: within(focus.slot + step.slot, slotsInDay - 1) }
    if (event.shiftKey && !disabled) onChange(painted(strokeFrom(focus, isOpen(focus)), next))
    setFocus(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.day} ${next.slot}"]`)?.focus()
  }
  return (
    <div className="max-tablet:hidden">
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('hours.grid')}
        aria-describedby={keys}
        className="flex flex-col gap-1 select-none"
        onPointerMove={go}
        onPointerUp={() => setStroke(null)}
        onPointerLeave={() => setStroke(null)}
        onKeyDown={onKeyDown}
      >
        <div className={columns} aria-hidden>
          <span />
          {Array.from({ length: 12 }, (_, index) => (
            <span key={index} className="col-span-4 text-xs text-fg-3 tabular">
              {clockWords(timeOf(index * 4))}
            </span>
          ))}
        </div>
        {days.map((day, row) => (
          <div key={day} role="row" className={columns}>
            <span role="rowheader" className="text-sm font-medium" aria-label={dayName(row + 1)}>
              {shortDayName(row + 1)}
            </span>
            {Array.from({ length: slotsInDay }, (_, slot) => {
              const state = slotAt(weekly[day] ?? [], slot)
              return (
                <span
                  key={slot}
                  role="gridcell"
                  data-cell={`${row} ${slot}`}
                  tabIndex={focus.day === row && focus.slot === slot ? 0 : -1}
                  aria-selected={state !== 'closed'}
                  aria-disabled={disabled || undefined}
                  aria-label={t(`hours.cell_${state}`, { day: dayName(row + 1), time: clockWords(timeOf(slot)) })}
                  onPointerDown={() => begin({ day: row, slot })}
                  onFocus={() => setFocus({ day: row, slot })}
                  className={classNames('h-6 cursor-pointer border-l', slot % 2 === 0 ? 'border-line-strong' : 'border-line', looks[state])}
                />
              )
            })}
          </div>
        ))}
      </div>
      <p id={keys} className="pt-1 text-xs text-fg-3">
        {t('hours.grid_keys')}
      </p>
    </div>
  )
}
