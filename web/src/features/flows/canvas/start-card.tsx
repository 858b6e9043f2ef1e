import type { NodeProps } from '@xyflow/react'
import { Zap } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useGoal } from '../builder/goal.ts'
import { useDefinition, useEditor, usePicked } from '../editor/editor.ts'
import { entriesOf, startId } from '../language/outputs.ts'
import { usePlaceName } from '../language/places.ts'
import { useStepWords } from '../language/step-words.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { useSeverity } from '../problems/problems.ts'
import { cardWidth } from './card-size.ts'
import { OutputRows } from './output-rows.tsx'
import { cardLook, StepMarks } from './step-card.tsx'

/** Triggers that are told on the card. */
const mostLines = 3

/** What belongs to no step: when the flow begins, and where the words that always work lead. */
export const StartCard = memo(({ selected }: NodeProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const triggerWords = useTriggerWords()
  const editor = useEditor()
  const definition = useDefinition((flow) => flow)
  const lines = triggerWords.lines(definition.triggers, usePlaceName())
  const severity = useSeverity(startId)
  const isFirst = usePicked().length === 0
  const mayManage = useCan('flows.manage')
  const card = useRef<HTMLDivElement>(null)
  useGoal('step', startId, () => card.current?.focus({ preventScroll: true }))
  return (
    <div
      ref={card}
      data-step={startId}
      role="group"
      aria-label={t('start.name')}
      // Where nothing is picked, the keyboard comes onto the canvas here.
      tabIndex={selected || isFirst ? 0 : -1}
      style={{ width: cardWidth }}
      className={cardLook(severity, selected)}
    >
      <div className="flex h-10 items-center gap-2 px-2.5">
        <Zap size={16} strokeWidth={1.75} className="shrink-0 text-warning" aria-hidden />
        <span className="min-w-0 truncate text-sm font-semibold">{t('start.name')}</span>
        <StepMarks id={startId} />
      </div>
      <div className="border-t border-line px-2.5 py-2">
        <ul aria-label={t('start.triggers')} className="m-0 list-none p-0 text-sm text-fg-2">
          {lines.slice(0, mostLines).map((line, at) => (
            <li key={at} className="truncate">
              {line}
            </li>
          ))}
          {lines.length > mostLines && <li className="text-xs text-fg-3">{t('start.more', { count: lines.length - mostLines })}</li>}
        </ul>
      </div>
      <OutputRows
        id={startId}
        type={null}
        outputs={entriesOf(definition)}
        reachable={selected}
        nameOf={(other) => words.nameOf(editor.definition(), other)}
        editable={mayManage}
      />
    </div>
  )
})
