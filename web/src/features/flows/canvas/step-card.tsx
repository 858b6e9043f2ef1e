import { Handle, type NodeProps, Position } from '@xyflow/react'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import { useCan } from '#lib/session.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { useGoal } from '../builder/goal.ts'
import { CommentMark } from '../comments/comment-mark.tsx'
import { nodeAt } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { outputsOf } from '../language/outputs.ts'
import { groupLooks } from '../language/group-looks.ts'
import { StepIcon } from '../language/step-icons.ts'
import { groupOf } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'
import { type Severity, useSeverity } from '../problems/problems.ts'
import { cardWidth } from './card-size.ts'
import { OutputRows } from './output-rows.tsx'

export const cardLook = (severity: Severity | null, selected: boolean) =>
  classNames(
    'rounded-card border bg-surface text-fg outline-offset-4',
    severity === 'error' ? 'border-danger' : 'border-line-strong',
    selected && 'ring-2 ring-primary ring-offset-1 ring-offset-surface',
  )

/** What is wrong with a step, beside its name. */
const SeverityMark = ({ severity }: { severity: Severity | null }) => {
  const { t } = useTexts('flows')
  if (!severity) return null
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return (
    <Icon
      size={16}
      strokeWidth={2}
      role="img"
      aria-label={t(`problems.${severity}`)}
      className={classNames('shrink-0', severity === 'error' ? 'text-danger' : 'text-warning')}
    />
  )
}

/** What others say about a step and what is wrong with it, beside its name. */
export const StepMarks = ({ id }: { id: string }) => (
  <span className="ml-auto flex shrink-0 items-center gap-1">
    <CommentMark id={id} />
    <SeverityMark severity={useSeverity(id)} />
  </span>
)

/** One step on the canvas. It follows its own step and nothing else, so that a change draws one card. */
export const StepCard = memo(({ id, selected }: NodeProps) => {
  const words = useStepWords()
  const editor = useEditor()
  const node = useDefinition((definition) => nodeAt(definition, id))
  const severity = useSeverity(id)
  const mayManage = useCan('flows.manage')
  const card = useRef<HTMLDivElement>(null)
  useGoal('step', id, () => card.current?.focus({ preventScroll: true }))
  if (!node) return null
  const nameOf = (other: string) => words.nameOf(editor.definition(), other)
  const title = words.title(node)
  return (
    <div
      ref={card}
      data-step={id}
      role="group"
      aria-label={title}
      tabIndex={selected ? 0 : -1}
      style={{ width: cardWidth }}
      className={cardLook(severity, selected)}
    >
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={mayManage}
        className="top-4! bottom-auto! -left-1! size-2! border-0! bg-line-strong! opacity-0"
      />
      <div className="flex h-10 items-center gap-2 px-2.5">
        <StepIcon type={node.type} size={16} className={classNames('shrink-0', groupLooks[groupOf(node.type)])} />
        <span className="min-w-0 truncate text-sm font-semibold">{title}</span>
        <StepMarks id={id} />
      </div>
      <div className="border-t border-line px-2.5 py-2">
        <p dir="auto" className="line-clamp-2 text-sm wrap-anywhere text-fg-2">
          {words.summary(node, nameOf)}
        </p>
      </div>
      <OutputRows id={id} type={node.type} outputs={outputsOf(node)} reachable={selected} nameOf={nameOf} editable={mayManage} />
    </div>
  )
})
