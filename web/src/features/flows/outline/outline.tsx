import { Ellipsis, Plus, Zap } from 'lucide-react'
import { type KeyboardEvent, memo, type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { useActs } from '../builder/acts.ts'
import { useGoal } from '../builder/goal.ts'
import { useClipboard } from '../builder/use-clipboard.ts'
import { useStepKeys } from '../builder/use-step-keys.ts'
import { useView } from '../builder/view.ts'
import { UndoButtons } from '../canvas/canvas-bar.tsx'
import { StepMarks } from '../canvas/step-card.tsx'
import { nodeAt } from '../editor/definition-edits.ts'
import { useDefinition, useEditor, usePicked } from '../editor/editor.ts'
import { groupLooks } from '../language/group-looks.ts'
import { startId } from '../language/outputs.ts'
import { usePlaceName } from '../language/places.ts'
import { StepIcon } from '../language/step-icons.ts'
import { groupOf } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { useSeverity } from '../problems/problems.ts'
import { type Item, treeOf, type Way } from './outline-tree.ts'
import { rowBy } from './row-by.ts'

/** One way out: where it leads, what stands inside of it, and the button that lets it lead elsewhere. */
const WayLine = ({ from, way: { output, inside }, depth }: { from: string; way: Way; depth: number }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const words = useStepWords()
  const mayManage = useCan('flows.manage')
  const name = useDefinition((flow) => words.outputNameAt(flow, from, output))
  const leads = useDefinition((flow) => (output.next === null ? words.openName(output) : words.nameOf(flow, output.next)))
  const broken = output.next === null && output.open === 'nowhere'
  return (
    <li>
      <div className="flex min-h-8 items-center gap-2 touch:min-h-11">
        <button
          type="button"
          disabled={!mayManage}
          data-row
          data-from={from}
          data-way={output.id}
          onClick={() => acts.ask({ what: 'connect', way: { from, output: output.id } })}
          className={classNames(
            'flex min-h-7 min-w-0 items-center gap-1.5 rounded-control px-1.5 text-left text-sm enabled:hover:bg-surface-2 focus:bg-primary-subtle touch:min-h-11',
            broken ? 'font-semibold text-danger' : 'text-fg-2',
          )}
        >
          {/* What it is called stays to be read for longer than where it leads. */}
          <span className="truncate">
            {name}
            <span className="sr-only">:</span>
          </span>
          <span aria-hidden>→</span>
          <span className="min-w-8 shrink-[9] truncate text-fg-3">{leads}</span>
        </button>
        {output.next === null && mayManage && (
          <Button
            look="quiet"
            size="sm"
            icon={Plus}
            aria-label={t('outline.add_at', { name })}
            className="max-tablet:ml-auto touch:min-w-11"
            onClick={() => acts.ask({ what: 'connect', way: { from, output: output.id } })}
          >
            <span className="max-tablet:hidden">{t('outline.add')}</span>
          </Button>
        )}
      </div>
      {inside && <Items items={inside} depth={depth + 1} />}
    </li>
  )
}

/** When the flow begins. */
const Beginnings = () => {
  const words = useTriggerWords()
  const placeName = usePlaceName()
  return words
    .lines(
      useDefinition(({ triggers }) => triggers),
      placeName,
    )
    .join(' · ')
}

const Step = memo(({ id, children }: { id: string; children: ReactNode }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const words = useStepWords()
  const mayManage = useCan('flows.manage')
  const isPicked = usePicked().includes(id)
  const severity = useSeverity(id)
  const node = useDefinition((flow) => nodeAt(flow, id))
  const summary = useDefinition((flow) => (node ? words.summary(node, (other) => words.nameOf(flow, other)) : null)) ?? <Beginnings />
  const item = useRef<HTMLLIElement>(null)
  const rowOf = (selector: string) => item.current?.querySelector<HTMLElement>(selector)
  const isLookedFor = useView(({ look }) => (look?.id === id ? look : null))
  useEffect(() => {
    if (isLookedFor) item.current?.firstElementChild?.scrollIntoView({ block: 'nearest' })
  }, [isLookedFor])
  // After that: the way out that is the goal may stand far below its step.
  useGoal('step', id, () => rowOf('[data-row]')?.focus())
  useGoal('way', id, ({ output }) => rowOf(`[data-from="${CSS.escape(id)}"][data-way="${CSS.escape(output)}"]`)?.focus())
  if (!node && id !== startId) return null
  // A press of Enter is no click of any button: who gives it goes on by keys.
  const press = ({ shiftKey, ctrlKey, metaKey, detail }: MouseEvent) => (shiftKey || ctrlKey || metaKey ? acts.toggle(id) : acts.open(id, detail === 0))
  const title = node ? words.title(node) : t('start.name')
  return (
    <li ref={item}>
      <div
        data-step={id}
        className={classNames(
          'flex items-center gap-1 rounded-card border bg-surface pr-1',
          severity === 'error' ? 'border-danger' : 'border-line',
          isPicked && 'ring-2 ring-primary',
        )}
      >
        <button
          type="button"
          data-row
          onClick={press}
          aria-pressed={isPicked}
          className="flex min-h-12 min-w-0 flex-1 items-center gap-2.5 rounded-card px-3 py-1.5 text-left hover:bg-surface-2"
        >
          {node ? (
            <StepIcon type={node.type} size={18} className={classNames('shrink-0', groupLooks[groupOf(node.type)])} />
          ) : (
            <Zap size={18} strokeWidth={1.75} className="shrink-0 text-warning" aria-hidden />
          )}
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-semibold">{title}</span>
            <span dir="auto" className="block truncate text-sm text-fg-2">
              {summary}
            </span>
          </span>
          <StepMarks id={id} />
        </button>
        {node && (
          <Menu trigger={<IconButton icon={Ellipsis} label={t('outline.acts', { name: title })} />} label={t('outline.acts', { name: title })}>
            <MenuItem onSelect={() => acts.open(id)}>{t('act.edit')}</MenuItem>
            <MenuItem onSelect={() => acts.toggle(id)}>{t(isPicked ? 'outline.unpick' : 'outline.pick')}</MenuItem>
            <MenuItem onSelect={() => acts.testFrom(id)}>{t('act.test_from')}</MenuItem>
            {mayManage && (
              <>
                <MenuItem onSelect={() => acts.comment(id)}>{t('act.comment')}</MenuItem>
                <MenuItem onSelect={() => acts.ask({ what: 'move', id })}>{t('act.move')}</MenuItem>
                <MenuItem onSelect={() => acts.duplicate([id])}>{t('act.duplicate')}</MenuItem>
                <MenuItem onSelect={() => acts.copy([id])}>{t('act.copy')}</MenuItem>
                <MenuLine />
                <MenuItem danger onSelect={() => acts.remove([id])}>
                  {t('act.remove')}
                </MenuItem>
              </>
            )}
          </Menu>
        )}
      </div>
      {children}
    </li>
  )
})

/** So deep a list moves to the right on a phone; what is deeper stands below each other. */
const deepest = 4

const Items = ({ items, depth = 0 }: { items: readonly Item[]; depth?: number }) => (
  <ol className="flex flex-col gap-2">
    {items.map(({ id, ways }) => (
      <Step key={id} id={id}>
        {ways.length > 0 && (
          <ul className={classNames('mt-1 border-line tablet:ml-5 tablet:border-l-2 tablet:pl-3', depth < deepest && 'ml-3 border-l-2 pl-2')}>
            {ways.map((way) => (
              <WayLine key={way.output.id} from={id} way={way} depth={depth} />
            ))}
          </ul>
        )}
      </Step>
    ))}
  </ol>
)

/** The flow as a nested list: everything the canvas can, for phones, screen readers and whoever likes lists. */
export const Outline = () => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  const definition = useDefinition((flow) => flow)
  const editor = useEditor()
  useStepKeys()
  useShortcuts('flow', {
    rows: { keys: 'ArrowDown|ArrowUp|Home|End', label: t('keys.rows'), native: true, run: () => undefined },
    extend: { keys: 'Shift+ArrowDown|Shift+ArrowUp', label: t('keys.extend'), native: true, run: () => undefined },
    open: { keys: 'Enter', label: t('keys.open'), native: true, run: () => undefined },
  })
  useClipboard()
  const { start, loose } = useMemo(() => treeOf(definition), [definition])
  const paste = async () => {
    const text = await navigator.clipboard?.readText().catch(() => '')
    if (text) acts.paste(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rowBy(event)
    if (!row) return
    event.preventDefault()
    row.focus()
    const id = row.closest<HTMLElement>('[data-step]')?.dataset['step']
    if (id === undefined) return
    editor.pick(event.shiftKey ? [...new Set([...editor.store.get().picked, id])] : [id])
  }
  return (
    <div role="presentation" className="min-h-0 flex-1 overflow-y-auto" onKeyDown={onKeyDown}>
      <div className="mx-auto flex max-w-3xl flex-col gap-3 p-3 tablet:p-5">
        {mayManage && (
          <div role="toolbar" aria-label={t('canvas.bar')} className="flex flex-wrap items-center gap-1">
            <UndoButtons />
            <Button size="sm" icon={Plus} onClick={() => acts.ask({ what: 'connect', way: { from: '', output: '' } })}>
              {t('choose.add')}
            </Button>
            {'clipboard' in navigator && (
              <Button size="sm" look="quiet" onClick={() => void paste()}>
                {t('act.paste')}
              </Button>
            )}
            <Button size="sm" look="quiet" onClick={() => acts.ask({ what: 'find' })}>
              {t('find.title')}
            </Button>
            <Button size="sm" look="quiet" onClick={() => void acts.tidy()}>
              {t('canvas.tidy')}
            </Button>
          </div>
        )}
        <nav aria-label={t('outline.title')}>
          <Items items={[start]} />
        </nav>
        {loose.length > 0 && (
          <section aria-label={t('outline.loose')} className="mt-3">
            <h2 className="mb-2 text-sm font-semibold text-fg-2">{t('outline.loose')}</h2>
            <div className="flex flex-col gap-2">
              {loose.map((items) => (
                <Items key={items[0]!.id} items={items} />
              ))}
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
