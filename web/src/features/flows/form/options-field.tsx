import type { FlowNode } from '@chasqui/contracts'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { nothing } from '../language/step-types.ts'
import { type FieldProps, valueOf } from './field-props.ts'
import { optionLimits, shownAs } from './limits.ts'
import { WordList } from './word-list.tsx'
import { Counter, lengthOf } from './words-field.tsx'

type Menu = Extract<FlowNode, { type: 'menu' }>
type Option = Menu['options'][number]

const moved = (options: readonly Option[], from: number, to: number): Option[] => {
  const others = options.filter((_, index) => index !== from)
  return [...others.slice(0, to), options[from]!, ...others.slice(to)]
}

/** The options of a menu: their words, their order (by buttons, or Alt with arrows inside a field; Enter goes to the next, which may be a new one), and other ways to say them. */
export const OptionsField = ({ node, field, label, limits, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const list = useRef<HTMLUListElement>(null)
  const menu = node as Menu
  const options = (valueOf(node, field.key) ?? []) as Option[]
  const room = optionLimits(menu, limits)
  const as = shownAs(menu, limits)
  const isFull = options.length >= (field.most ?? 30)
  const set = (index: number, part: Partial<Option>, name: string) =>
    change(
      options.map((option, at) => (at === index ? { ...option, ...part } : option)),
      `${options[index]!.id}.${name}`,
    )
  const inputs = () => [...(list.current?.querySelectorAll<HTMLInputElement>('[data-option] > div input') ?? [])]
  /** Drawn at once: whoever goes on typing types into the field that has the focus then. */
  const put = (next: Option[]) =>
    flushSync(() => {
      change(next)
      settle()
    })
  /** Nobody has written it yet: what is typed takes its place. */
  const isProposed = ({ label: words }: Option) => options.some((_, at) => words === t('fresh.option', { number: at + 1 }))
  const move = (from: number, to: number) => {
    if (to < 0 || to >= options.length) return
    put(moved(options, from, to))
    inputs()[to]?.focus()
  }
  const add = () => {
    put([...options, { id: newId().slice(0, 8), label: t('fresh.option', { number: options.length + 1 }), words: [], next: null }])
    inputs().at(-1)?.select()
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 flex w-full items-baseline justify-between text-sm font-medium text-fg-2">
        {label}
        <span className="text-xs font-normal text-fg-3">{t(`form.shown_as.${as}`)}</span>
      </legend>
      <ul ref={list} className="flex flex-col gap-2">
        {options.map((option, index) => (
          <li
            key={option.id}
            data-option
            data-row={index}
            className="flex flex-col gap-2 rounded-control border border-line p-2"
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.target === inputs()[index]) {
                event.preventDefault()
                if (index + 1 < options.length) inputs()[index + 1]?.select()
                else if (!isFull) add()
              }
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
            }}
          >
            <div className="flex items-end gap-0.5">
              <div className="relative min-w-0 flex-1">
                <TextField
                  label={t('form.option', { number: index + 1 })}
                  value={option.label === nothing ? '' : option.label}
                  maxLength={100}
                  autoComplete="off"
                  dir="auto"
                  onChange={({ target }) => set(index, { label: target.value || nothing }, 'label')}
                  onClick={({ currentTarget }) => {
                    const { selectionStart, selectionEnd } = currentTarget
                    if (isProposed(option) && selectionStart === selectionEnd) currentTarget.select()
                  }}
                  onBlur={settle}
                />
                <span className="absolute top-0 right-0">
                  <Counter used={lengthOf(option.label.trim())} limit={room.label} />
                </span>
              </div>
              <IconButton icon={ArrowUp} size="sm" label={t('form.up', { name: option.label })} disabled={index === 0} onClick={() => move(index, index - 1)} />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={t('form.down', { name: option.label })}
                disabled={index === options.length - 1}
                onClick={() => move(index, index + 1)}
              />
              <IconButton
                icon={Trash2}
                size="sm"
                label={t('form.remove_option', { name: option.label })}
                disabled={options.length === 1}
                onClick={() => put(options.filter((_, at) => at !== index))}
              />
            </div>
            <details>
              <summary className="cursor-pointer text-xs text-fg-2">{t('form.more_of_option')}</summary>
              <div className="mt-2 flex flex-col gap-2">
                <div data-field="description" className="relative">
                  <TextField
                    label={t('form.description')}
                    value={option.description ?? ''}
                    maxLength={200}
                    autoComplete="off"
                    dir="auto"
                    onChange={({ target }) => {
                      const { description: _, ...others } = option
                      change(
                        options.map((one, at) => (at === index ? (target.value === '' ? others : { ...others, description: target.value }) : one)),
                        `${option.id}.description`,
                      )
                    }}
                    onBlur={settle}
                  />
                  <span className="absolute top-0 right-0">
                    <Counter used={lengthOf(option.description ?? '')} limit={room.description} />
                  </span>
                </div>
                <WordList
                  label={t('form.other_words')}
                  hint={t('form.commas')}
                  words={option.words}
                  most={20}
                  onChange={(words) => set(index, { words }, 'words')}
                  onSettle={settle}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
      <Button icon={Plus} size="sm" className="self-start" disabled={isFull} onClick={add}>
        {t('form.add_option')}
      </Button>
    </fieldset>
  )
}
