import type { FlowNodeType } from '@chasqui/contracts'
import { Search } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { inputLook } from '#ui/field.tsx'
import { upDown } from '../arrow-keys.ts'
import { useActs } from '../builder/acts.ts'
import { draggedType } from '../canvas/dragged-type.ts'
import { useEditor } from '../editor/editor.ts'
import { wayOn } from '../editor/way-on.ts'
import { groupLooks } from '../language/group-looks.ts'
import { StepIcon } from '../language/step-icons.ts'
import { useStepWords } from '../language/step-words.ts'
import { groupOf, stepGroups, offeredTypes } from '../language/step-types.ts'
import { fitOf } from '../language/plain.ts'

/** Every type of step, to drag onto the canvas or to press: then it follows what is picked. */
export const Palette = memo(() => {
  const { t } = useTexts('flows')
  const { add } = useActs()
  const editor = useEditor()
  const words = useStepWords()
  const [search, setSearch] = useState('')
  const isSearching = search.trim() !== ''
  const found = offeredTypes
    .map((type) => ({ type, fit: fitOf(search, words.typeName(type), words.typeHint(type)) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
  /** What is looked for is one list, the best first; else each group is one. */
  const drawers = isSearching
    ? [{ name: t('palette.title'), types: found.map(({ type }) => type) }]
    : stepGroups
        .map((group) => ({ name: words.groupName(group), types: offeredTypes.filter((type) => groupOf(type) === group) }))
        .filter(({ types }) => types.length > 0)
  /** All of them are one stop for Tab; arrows go from one to the next. */
  const [stop, setStop] = useState<FlowNodeType | null>(null)
  const shown = drawers.flatMap(({ types }) => types)
  const reachable = stop !== null && shown.includes(stop) ? stop : shown[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const held = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-palette]') : null
    const by = upDown(event.key)
    if (!held || by === 0) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-palette]')]
    all[all.indexOf(held) + by]?.focus()
  }
  const press = (type: FlowNodeType) => {
    const { picked } = editor.store.get()
    add(type, { way: picked.length === 1 ? wayOn(editor.definition(), picked[0]!) : null })
  }
  return (
    <aside
      aria-label={t('palette.title')}
      onKeyDown={onKeyDown}
      className="flex w-52 shrink-0 flex-col gap-3 overflow-y-auto border-r border-line bg-surface px-3 py-3"
    >
      <div className="relative">
        <Search size={16} strokeWidth={1.75} className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-fg-3" aria-hidden />
        <input
          type="search"
          aria-label={t('palette.search')}
          placeholder={t('palette.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          className={`${inputLook} control pl-8`}
        />
      </div>
      {drawers.map(({ name, types }) => (
        <section key={name} aria-label={name}>
          {isSearching ? null : <h2 className="px-1 text-xs font-semibold text-fg-2">{name}</h2>}
          <ul className="mt-1">
            {types.map((type) => (
              <li key={type}>
                <button
                  type="button"
                  draggable
                  data-palette
                  tabIndex={type === reachable ? 0 : -1}
                  onFocus={() => setStop(type)}
                  title={words.typeHint(type)}
                  onDragStart={({ dataTransfer }) => {
                    dataTransfer.setData(draggedType, type)
                    dataTransfer.effectAllowed = 'copy'
                  }}
                  onClick={() => press(type)}
                  className="flex min-h-8 w-full items-center gap-2.5 rounded-control px-1.5 text-left text-sm hover:bg-surface-2"
                >
                  <StepIcon type={type} size={17} className={groupLooks[groupOf(type)]} />
                  {words.typeName(type)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p className="px-1 text-sm text-fg-3">{t('palette.nothing')}</p>}
    </aside>
  )
})
