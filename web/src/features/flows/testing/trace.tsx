import { useTexts } from '#lib/i18n/texts.ts'
import { useFormat } from '#lib/format.ts'
import { useActs } from '../builder/acts.ts'
import { nodeAt } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'
import { outputsOf } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import type { OtherFlow } from './subflows-world.ts'
import type { Line } from './test-talk.ts'

/** A step of another flow, which is not the one that is open here. */
const InOther = ({ flow, step }: { flow: OtherFlow | undefined; step: string }) => {
  const words = useStepWords()
  return (
    <span className="font-medium">
      <span className="text-fg-2">{flow?.name ?? '…'} › </span>
      {flow ? words.nameOf(flow.definition, step) : step}
    </span>
  )
}

/** What happened at which step, by what, and how long the turn took. A step's name leads to it. */
export const Trace = ({ lines, others }: { lines: readonly Line[]; others: ReadonlyMap<string, OtherFlow> }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const acts = useActs()
  const editor = useEditor()
  const words = useStepWords()
  const triggers = useTriggerWords()
  /** Where it only goes on, nothing is to be told. */
  const wayOf = ({ step, output: id, flow }: Line): string | null => {
    const node = flow === undefined ? nodeAt(editor.definition(), step) : undefined
    const output = node && id !== undefined && id !== 'next' ? outputsOf(node).find((one) => one.id === id) : undefined
    return node && output ? words.outputName(node.type, output) : null
  }
  if (lines.length === 0) return null
  return (
    <section aria-label={t('trace.title')}>
      <h3 className="text-sm font-semibold">{t('trace.title')}</h3>
      <ol className="mt-1">
        {lines.map((line, index) => (
          <li key={line.id} className="flex items-baseline gap-2 border-b border-line py-1 text-sm last:border-0">
            <span className="tabular text-fg-3">{index + 1}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">
              {line.flow === undefined ? (
                <button
                  type="button"
                  className="font-medium text-primary hover:underline"
                  onClick={() => {
                    editor.pick([line.step])
                    acts.look(line.step)
                  }}
                >
                  {words.nameOf(editor.definition(), line.step)}
                </button>
              ) : (
                <InOther flow={others.get(line.flow)} step={line.step} />
              )}{' '}
              <span className="text-fg-2">
                · {line.trigger ? triggers.line(line.trigger) : t(`trace.${line.cause}`)}
                {line.answer !== undefined && ` · «${line.answer}»`}
                {wayOf(line) !== null && ` · ${wayOf(line)}`}
              </span>
              {line.set && (
                <span className="block text-xs text-fg-3">
                  {Object.entries(line.set)
                    .map(([name, value]) => `${name} = ${value ?? '–'}`)
                    .join(' · ')}
                </span>
              )}
            </span>
            {line.ms !== null && (
              <span className="shrink-0 tabular text-xs text-fg-3">{t('trace.ms', { ms: format.number(line.ms, line.ms < 10 ? 1 : 0) })}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
