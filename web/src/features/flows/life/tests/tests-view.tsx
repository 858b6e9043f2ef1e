import type { FlowTest, TestResult, TestTalk } from '@chasqui/contracts'
import { ListChecks, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { isProblem } from '#lib/api-problem.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { sayProblem, sayUndoable } from '#ui/toast.tsx'
import { problemWords } from '../../problem-words.ts'
import type { LifeProps } from '../life-props.ts'
import { acceptedTalk } from './accepted-talk.ts'
import { RenameTest } from './name-test.tsx'
import { TestRow } from './test-row.tsx'
import { changeTalk, keepTest, readTestsAgain, removeTest, runTests, useTests } from './use-tests.ts'

const told = async (act: () => Promise<unknown>) => {
  try {
    await act()
  } catch (refusal) {
    if (!isProblem(refusal)) throw refusal
    sayProblem(problemWords(refusal))
  }
}

/** The talks that the flow has to hold as they were held once, and where the draft goes another way. */
export const TestsView = ({ flow, saving }: LifeProps) => {
  const { t } = useTexts('flows')
  const { data, error, refetch } = useTests(flow.id)
  const [results, setResults] = useState<readonly TestResult[] | null>(null)
  const [renaming, setRenaming] = useState<FlowTest | null>(null)
  const [unsaved, setUnsaved] = useState(false)
  const { busy, problem, run } = useAct()
  const tests = data?.items ?? []
  const hold = () =>
    run(async () => {
      setUnsaved(false)
      if (!(await saving.flush())) return setUnsaved(true)
      const found = await runTests(flow.id)
      setResults(found.results)
    })
  // Whoever comes here, perhaps because one failed, comes for how they stand.
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || tests.length === 0) return
    begun.current = true
    void hold()
  }, [tests.length])
  const expect = async (test: FlowTest, talk: TestTalk) => {
    await changeTalk(test, flow.id, talk)
    await readTestsAgain(flow.id)
    await hold()
  }
  const accept = (test: FlowTest, { differences }: TestResult) =>
    told(async () => {
      await expect(test, acceptedTalk(test.talk, differences))
      sayUndoable(t('tests.accepted', { name: test.name }), () => void told(() => expect(test, test.talk)))
    })
  const remove = (test: FlowTest) =>
    told(async () => {
      await removeTest(test, flow.id)
      await readTestsAgain(flow.id)
      sayUndoable(t('tests.removed', { name: test.name }), () => void told(() => keepTest(flow.id, test).then(() => readTestsAgain(flow.id))))
    })
  const known = results?.filter(({ id }) => tests.some((test) => test.id === id)) ?? null
  const failing = known?.filter(({ passed }) => !passed).length ?? 0
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 tablet:p-6">
        {!data && !error && (
          <Loading label={t('loading')} className="flex flex-col gap-2">
            <Skeleton className="h-16" />
            <Skeleton className="h-16" />
          </Loading>
        )}
        {error && <ErrorState title={t('tests.failed_to_load')} error={error} onRetry={() => void refetch()} />}
        {data && tests.length === 0 && (
          <EmptyState icon={ListChecks} title={t('tests.empty')}>
            {t('tests.empty_hint')}
          </EmptyState>
        )}
        {tests.length > 0 && (
          <>
            <p className="text-sm text-fg-2">{t('tests.hint')}</p>
            <div className="flex flex-wrap items-center gap-3">
              <Button look="solid" icon={Play} busy={busy} onClick={() => void hold()}>
                {t('tests.run')}
              </Button>
              <p role="status" className="text-sm">
                {known &&
                  known.length > 0 &&
                  (failing === 0 ? t('tests.all_pass', { count: known.length }) : t('tests.some_fail', { failing, count: known.length }))}
              </p>
            </div>
            {(unsaved || problem) && <Banner tone="danger">{unsaved ? t('publish.unsaved') : problem && problemWords(problem)}</Banner>}
            <ul className="flex flex-col gap-2">
              {tests.map((test) => (
                <TestRow
                  key={test.id}
                  test={test}
                  result={known?.find(({ id }) => id === test.id)}
                  definition={flow.definition}
                  onRename={() => setRenaming(test)}
                  onRemove={() => void remove(test)}
                  onAccept={(result) => void accept(test, result)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      {renaming && <RenameTest flowId={flow.id} test={renaming} onClose={() => setRenaming(null)} />}
    </div>
  )
}
