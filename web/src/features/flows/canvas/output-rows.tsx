import type { FlowNodeType } from '@chasqui/contracts'
import { Handle, Position } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { useActs } from '../builder/acts.ts'
import { useGoal } from '../builder/goal.ts'
import { type Drawn, startId } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'

type OutputRowsProps = {
  id: string
  type: FlowNodeType | null
  outputs: readonly Drawn[]
  reachable: boolean
  nameOf: (id: string) => string
  editable: boolean
}

/** The ways out of a step, each with its handle, and a button that adds a step where it is open; red where customers would be left standing. `reachable`: the card is picked, so they can be pressed, and Tab stops at them. */
export const OutputRows = ({ id, type, outputs, reachable, nameOf, editable }: OutputRowsProps) => {
  const { t } = useTexts('flows')
  const { ask } = useActs()
  const words = useStepWords()
  const list = useRef<HTMLUListElement>(null)
  useGoal('way', id, ({ output }) => list.current?.querySelector<HTMLElement>(`[data-way="${CSS.escape(output)}"]`)?.focus({ preventScroll: true }))
  return (
    <ul ref={list} className="m-0 list-none p-0">
      {outputs.map((output) => {
        const broken = output.next === null && output.open === 'nowhere'
        const name = words.outputName(type, output)
        const leads = output.next === null ? words.openName(output) : nameOf(output.next)
        return (
          <li key={output.id} className="relative border-t border-line">
            <button
              type="button"
              data-from={id}
              data-way={output.id}
              tabIndex={reachable ? 0 : -1}
              disabled={!editable}
              onClick={(event) => {
                // The first press picks the card.
                if (!reachable) return
                event.stopPropagation()
                ask({ what: 'connect', way: { from: id, output: output.id } })
              }}
              className={classNames(
                'nodrag flex h-[29px] w-full items-center gap-2 px-2.5 pr-4 text-left text-sm enabled:hover:bg-surface-2 focus:bg-primary-subtle',
                broken ? 'font-semibold text-danger' : 'text-fg',
              )}
            >
              <span className="min-w-0 flex-1 truncate">
                {name}
                <span className="sr-only">:</span>
              </span>
              <span className={output.next === null && !broken ? 'max-w-24 shrink-0 truncate text-xs text-fg-3' : 'sr-only'}>{leads}</span>
            </button>
            <Handle
              type="source"
              position={Position.Right}
              id={output.id}
              isConnectable={editable}
              className={classNames(
                '-right-[5.5px]! size-[11px]! border-2! bg-surface!',
                broken ? 'border-danger!' : output.next === null ? 'border-line-strong!' : 'border-primary!',
              )}
            />
            {editable && output.next === null && (broken || output.open === 'first' || id !== startId) && (
              <button
                type="button"
                tabIndex={reachable ? 0 : -1}
                aria-label={t('canvas.add_after', { name })}
                title={t('canvas.add_after', { name })}
                onClick={(event) => {
                  event.stopPropagation()
                  ask({ what: 'connect', way: { from: id, output: output.id } })
                }}
                className="nodrag absolute top-0.5 left-full ml-4 grid size-6 place-items-center rounded-full border border-line-strong bg-surface text-fg-2 hover:border-primary hover:text-primary"
              >
                <Plus size={14} strokeWidth={2} aria-hidden />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
