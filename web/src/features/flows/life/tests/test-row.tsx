import type { FlowDefinition, FlowTest, TestAct, TestDifference, TestResult } from '@chasqui/contracts'
import { Check, CircleCheck, CircleX, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { useStepWords } from '../../language/step-words.ts'

const useActWords = () => {
  const { t } = useTexts('flows')
  const format = useFormat()
  return (does: TestAct): string => {
    if (does.type === 'starts') return t('tests.starts')
    if (does.type === 'happens') return t('tests.happens')
    if (does.type === 'waits') return t('tests.waits', { time: format.duration(does.seconds) })
    if (does.type === 'sends') return [t(`test.kind.${does.what}`), does.text || does.phone || does.file?.name].filter(Boolean).join(' · ')
    return does.type === 'writes' ? does.text : `[${does.title || does.id}]`
  }
}

const Differences = ({ test, differences, definition }: { test: FlowTest; differences: readonly TestDifference[]; definition: FlowDefinition }) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const actWords = useActWords()
  const shown = ({ what }: TestDifference, value: unknown): string => {
    if (value === null || value === undefined) return t(what === 'end' ? 'tests.goes_on' : 'versions.nothing')
    if (what === 'step' && typeof value === 'string') return words.nameOf(definition, value)
    if (what === 'end') return t(`runs.outcome.${String(value)}` as 'runs.outcome.finished', { defaultValue: String(value) })
    return String(value)
  }
  return (
    <ol className="mt-2 flex flex-col gap-2 border-l-2 border-danger pl-3">
      {differences.map((difference, index) => {
        const { turn, what, about, expected, actual } = difference
        const does = turn === null ? undefined : test.talk.turns[turn]?.does
        return (
          <li key={index} className="text-sm">
            <p className="text-fg-2">
              {turn === null ? t('tests.at_end') : t('tests.turn', { number: turn + 1, act: does ? actWords(does) : '' })} ·{' '}
              {t(`tests.what.${what}`, { about: what === 'variable' ? about : String(Number(about) + 1) })}
            </p>
            <dl className="mt-0.5 grid grid-cols-[auto_1fr] items-baseline gap-x-2 gap-y-1 wrap-anywhere">
              <dt className="text-xs text-fg-2">{t('tests.expected')}</dt>
              <dd>
                <del dir="auto" className="rounded-chip bg-danger-subtle px-1 text-on-danger-subtle no-underline">
                  {shown(difference, expected)}
                </del>
              </dd>
              <dt className="text-xs text-fg-2">{t('tests.actual')}</dt>
              <dd>
                <ins dir="auto" className="rounded-chip bg-success-subtle px-1 text-on-success-subtle no-underline">
                  {shown(difference, actual)}
                </ins>
              </dd>
            </dl>
          </li>
        )
      })}
    </ol>
  )
}

const Talk = ({ test: { talk } }: { test: FlowTest }) => {
  const { t } = useTexts('flows')
  const actWords = useActWords()
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer py-0.5 font-medium text-primary touch:py-3">{t('tests.talk', { count: talk.turns.length })}</summary>
      <ol className="mt-1 flex flex-col gap-1.5">
        {talk.turns.map(({ does, replies = [] }, index) => (
          <li key={index}>
            <p dir="auto" className="ml-auto w-fit max-w-[85%] rounded-card bg-surface-2 px-2.5 py-1 wrap-anywhere">
              {actWords(does)}
            </p>
            {replies.map((reply, at) => (
              <p key={at} dir="auto" className="mt-1 w-fit max-w-[85%] rounded-card border border-line px-2.5 py-1 wrap-anywhere whitespace-pre-line">
                {reply}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  )
}

type TestRowProps = {
  test: FlowTest
  result: TestResult | undefined
  definition: FlowDefinition
  onRename: () => void
  onRemove: () => void
  /** What the draft says now is right. */
  onAccept: (result: TestResult) => void
}

/** One kept talk, and how the draft held it when it was run last. */
export const TestRow = ({ test, result, definition, onRename, onRemove, onAccept }: TestRowProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  return (
    <li className="rounded-card border border-line bg-surface p-3">
      <div className="flex items-center gap-2">
        <b dir="auto" className="min-w-0 flex-1 text-base font-semibold wrap-anywhere">
          {test.name}
        </b>
        {result && (
          <Chip tone={result.passed ? 'success' : 'danger'} icon={result.passed ? CircleCheck : CircleX}>
            {t(result.passed ? 'tests.passed' : 'tests.failed')}
          </Chip>
        )}
        {mayManage && (
          <Menu trigger={<IconButton icon={Ellipsis} label={t('tests.acts', { name: test.name })} />} label={t('tests.acts', { name: test.name })}>
            <MenuItem icon={Pencil} onSelect={onRename}>
              {t('act.rename')}
            </MenuItem>
            <MenuItem icon={Trash2} danger onSelect={onRemove}>
              {t('act.remove')}
            </MenuItem>
          </Menu>
        )}
      </div>
      <p className="text-xs text-fg-2">{t('tests.kept', { when: format.moment(test.createdAt) })}</p>
      {result && result.differences.length > 0 && (
        <>
          <Differences test={test} differences={result.differences} definition={definition} />
          {mayManage && (
            <Button size="sm" icon={Check} className="mt-2" onClick={() => onAccept(result)} aria-label={t('tests.accept_of', { name: test.name })}>
              {t('tests.accept')}
            </Button>
          )}
        </>
      )}
      <Talk test={test} />
    </li>
  )
}
