import type { FlowTrigger } from '@chasqui/contracts'
import { behaviourOfTrigger } from '@chasqui/flow/triggers/behaviours'
import { ArrowDown, ArrowUp, Trash2, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { valueOf } from '../form/field-props.ts'
import { tightest } from '../form/limits.ts'
import { fieldsOfTrigger, freshTrigger, type TriggerField, triggerIconOf } from '../language/trigger-types.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { TypeIcon } from '../language/step-icons.ts'
import { useProblemText } from '../problems/problem-text.ts'
import { useProblems } from '../problems/problems.ts'
import { sharedBy } from '../problems/shared.ts'
import { useEditor } from '../editor/editor.ts'
import { HookAddress } from './hook-address.tsx'
import { editorOfTriggerField } from './trigger-editors.ts'

type TriggerCardProps = {
  flowId: string
  trigger: FlowTrigger
  index: number
  count: number
  /** Whether the address by which other programs begin the flow is shown here. */
  hook: boolean
  onChange: (trigger: FlowTrigger, mark: string) => void
  onMove: (to: number) => void
  onRemove: () => void
}

const withValue = (trigger: FlowTrigger, key: string, value: unknown): FlowTrigger =>
  Object.fromEntries(Object.entries({ ...trigger, [key]: value }).filter(([, one]) => one !== undefined)) as FlowTrigger

/** Whether somebody has written something there: it must not be hidden. */
const holdsSomething = (trigger: FlowTrigger, { key }: TriggerField): boolean =>
  JSON.stringify(valueOf(trigger, key)) !== JSON.stringify(valueOf(freshTrigger(trigger.type), key))

/** What is wrong with one trigger, and which other flows want the same. */
const Troubles = ({ trigger }: { trigger: FlowTrigger }) => {
  const textOf = useProblemText()
  const own = (behaviourOfTrigger(trigger).problems?.(trigger) ?? []).map((found) => ({ ...found, nodeId: null }))
  const troubles = [...own, ...sharedBy(trigger, useProblems())]
  if (troubles.length === 0) return null
  return (
    <div role="status">
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {troubles.map((problem, at) => (
          <li
            key={`${problem.code} ${at}`}
            className={classNames('flex items-start gap-1.5 text-sm', problem.severity === 'error' ? 'text-danger' : 'text-fg-2')}
          >
            <TriangleAlert size={15} strokeWidth={2} className={classNames('mt-0.5 shrink-0', problem.severity !== 'error' && 'text-warning')} aria-hidden />
            <span className="min-w-0 wrap-anywhere first-letter:uppercase">{textOf(problem)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One thing that the flow begins with, rendered from what its type declares. */
export const TriggerCard = ({ flowId, trigger, index, count, hook, onChange, onMove, onRemove }: TriggerCardProps) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const words = useTriggerWords()
  const card = useRef<HTMLDivElement>(null)
  const name = words.typeName(trigger.type)
  const fields = fieldsOfTrigger(trigger.type)
  const more = fields.filter((field) => field.more)
  const [opened] = useState(() => more.some((field) => holdsSomething(trigger, field)))
  const render = (field: TriggerField) => {
    const Editor = editorOfTriggerField(field)
    if (!Editor) return null
    return (
      <div key={field.key} data-field={field.key} className="contents">
        <Editor
          id={`trigger ${index}`}
          node={trigger}
          field={field}
          {...words.fieldWords(trigger.type, field.key)}
          choiceName={(value) => words.choiceName(trigger.type, field.key, value)}
          limits={tightest}
          change={(value, part = '') => onChange(withValue(trigger, field.key, value), `trigger.${index}.${field.key}.${part}`)}
          settle={editor.settle}
        />
      </div>
    )
  }
  /** What is pressed goes with the card to its new place. */
  const move = (to: number, pressed: 'up' | 'down') => {
    const list = card.current?.parentElement
    onMove(to)
    requestAnimationFrame(() =>
      list?.querySelector<HTMLElement>(`[data-trigger="${to}"] [data-move="${pressed}"]:enabled, [data-trigger="${to}"] [data-move]:enabled`)?.focus(),
    )
  }
  return (
    <div
      ref={card}
      data-trigger={index}
      data-row={index}
      role="group"
      aria-label={t('start.trigger', { number: index + 1, name })}
      className="flex flex-col gap-3 rounded-control border border-line-strong p-3"
    >
      <div className="flex items-center gap-2">
        <TypeIcon name={triggerIconOf(trigger.type)} size={17} strokeWidth={1.75} className="shrink-0 text-warning" aria-hidden />
        <span className="min-w-0 flex-1 truncate text-sm font-semibold">{name}</span>
        {count > 1 && (
          <>
            <IconButton data-move="up" icon={ArrowUp} size="sm" label={t('form.up', { name })} disabled={index === 0} onClick={() => move(index - 1, 'up')} />
            <IconButton
              data-move="down"
              icon={ArrowDown}
              size="sm"
              label={t('form.down', { name })}
              disabled={index === count - 1}
              onClick={() => move(index + 1, 'down')}
            />
          </>
        )}
        <IconButton icon={Trash2} size="sm" label={t('start.remove_trigger', { name })} onClick={onRemove} />
      </div>
      <p className="text-xs text-fg-3">{words.typeHint(trigger.type)}</p>
      {fields.filter((field) => !field.more).map(render)}
      {more.length > 0 && (
        <details open={opened}>
          <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('form.more')}</summary>
          <div className="mt-3 flex flex-col gap-3">{more.map(render)}</div>
        </details>
      )}
      {hook && <HookAddress flowId={flowId} />}
      <Troubles trigger={trigger} />
    </div>
  )
}
