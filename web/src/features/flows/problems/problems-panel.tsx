import { ChevronDown, ChevronUp, CircleCheck, CirclePlus, TriangleAlert } from 'lucide-react'
import { memo, useDeferredValue, useId, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { useActs } from '../builder/acts.ts'
import { nodeAt } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'
import { useProblemText } from './problem-text.ts'
import { notBegun, useProblems } from './problems.ts'
import { fixFor } from './quick-fixes.ts'

/** A long flow that has just been begun has hundreds of problems. A few are in sight: the others are listed when nothing else is to be done. */
const atFirst = 10
const laidOutInSight = '[contain-intrinsic-height:auto_2rem] [content-visibility:auto]'

/** What is wrong with the flow as it is now; it can be folded away, its count stays. */
export const ProblemsPanel = memo(() => {
  const { t } = useTexts('flows')
  const id = useId()
  const narrow = useNarrow()
  const [open, setOpen] = useState(!narrow)
  const editor = useEditor()
  const acts = useActs()
  const words = useStepWords()
  const textOf = useProblemText()
  const mayManage = useCan('flows.manage')
  const problems = useProblems()
  const listed = useDeferredValue(problems, problems.slice(0, atFirst))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const summary = [
    ...(errors > 0 ? [t('problems.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('problems.warnings', { count: warnings })] : []),
  ].join(', ')
  if (problems.length === 0)
    return (
      <p role="status" className="flex shrink-0 items-center gap-2 border-t border-line bg-surface px-4 py-2 text-sm text-fg-2">
        <CircleCheck size={16} strokeWidth={1.75} className="text-success" aria-hidden />
        {t('problems.none')}
      </p>
    )
  if (problems.every(({ code }) => code === notBegun))
    return (
      <p role="status" className="flex shrink-0 items-center gap-2 border-t border-line bg-surface px-4 py-2 text-sm text-fg-2">
        <CirclePlus size={16} strokeWidth={1.75} aria-hidden />
        {t('problems.not_begun')}
      </p>
    )
  return (
    <section aria-label={t('problems.title')} className="shrink-0 border-t border-line bg-surface">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-2 px-4 py-2 text-sm font-semibold hover:bg-surface-2 touch:min-h-11"
      >
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
        <span role="status">{summary}</span>
        {open ? <ChevronDown size={16} className="ml-auto" aria-hidden /> : <ChevronUp size={16} className="ml-auto" aria-hidden />}
      </button>
      {open && (
        <ul id={id} aria-label={t('problems.title')} tabIndex={0} className="max-h-40 overflow-y-auto pb-1">
          {listed.map((problem, index) => {
            const at = problem.nodeId ?? startId
            const fix = fixFor(editor.definition(), problem)
            return (
              <li key={`${problem.code} ${at} ${index}`} className={`flex min-h-8 flex-wrap items-center gap-x-2 px-4 text-sm ${laidOutInSight}`}>
                <Chip tone={problem.severity === 'error' ? 'danger' : 'warning'}>{t(`problems.${problem.severity}`)}</Chip>
                <span className="min-w-0 flex-1 basis-44 py-1">
                  <b className="font-semibold">{words.nameOf(editor.definition(), at)}</b> · {textOf(problem)}
                </span>
                {/* On a phone they stand below, together. */}
                <span className="ml-auto flex items-center gap-2">
                  {fix && mayManage && (
                    <Button
                      look="quiet"
                      size="sm"
                      onClick={() => {
                        editor.edit(fix.apply)
                        acts.goTo(nodeAt(editor.definition(), at) ? at : startId)
                      }}
                    >
                      {t(`fix.${fix.name}`)}
                    </Button>
                  )}
                  <Button
                    look="quiet"
                    size="sm"
                    aria-label={t('problems.go_to', { name: words.nameOf(editor.definition(), at) })}
                    onClick={() => acts.goToProblem(problem)}
                  >
                    {t('problems.go')}
                  </Button>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
})
