import type { Channel, Flow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { GitCompareArrows, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useDraft } from '#lib/drafts.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useCan, useTenant, useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { ChannelChoice } from '../answering/channel-choice.tsx'
import { answerIn, useAnswering, useChosenChannels, useFlowNames, waitsForPlace } from '../answering/use-answering.ts'
import { useEditor } from '../editor/editor.ts'
import { instantOfField } from '../life/publish/field-time.ts'
import { atOnce, FailedTests, type PublishChoice, PublishFields } from '../life/publish/publish-fields.tsx'
import { useGo } from '../life/search.ts'
import { startId } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'
import { problemWords } from '../problem-words.ts'
import { notBegun, useProblems } from '../problems/problems.ts'
import { useProblemText } from '../problems/problem-text.ts'
import type { Autosave } from '../saving/autosave.ts'
import { useActs } from './acts.ts'
import { fingers } from './fingers.ts'
import { PublishedDialog } from './published-dialog.tsx'
import { useHasNews } from './use-has-news.ts'

type PublishDialogProps = { flow: Flow; saving: Autosave; onPublished: () => Promise<unknown>; onClose: () => void }

/** Refused as long as there are errors, each named with its step. */
const Refused = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const words = useStepWords()
  const textOf = useProblemText()
  const errors = useProblems().filter(({ severity }) => severity === 'error')
  if (errors.some(({ code }) => code === notBegun))
    return (
      <Dialog open onClose={onClose} title={t('publish.not_begun')}>
        <p className="text-sm text-fg-2">{t('problems.not_begun')}</p>
      </Dialog>
    )
  return (
    <Dialog open onClose={onClose} title={t('publish.refused', { count: errors.length })} description={t('publish.refused_hint')}>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto" tabIndex={0} aria-label={t('problems.title')}>
        {errors.map((problem, index) => {
          const id = problem.nodeId ?? startId
          return (
            <li key={`${problem.code} ${id} ${index}`} className="flex items-center gap-2 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <b className="font-semibold">{words.nameOf(editor.definition(), id)}</b> · {textOf(problem)}
              </span>
              <Button
                size="sm"
                aria-label={t('problems.go_to', { name: words.nameOf(editor.definition(), id) })}
                onClick={() => {
                  onClose()
                  acts.goToProblem(problem)
                }}
              >
                {t('problems.go')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** What comes of the choice: who reads it has not to know what an empty box means. */
const Outcome = ({ channels, chosen }: { channels: readonly Channel[]; chosen: readonly Channel[] }) => {
  const { t } = useTexts('flows')
  const nameOf = useFlowNames()
  const [only] = channels.length === 1 ? channels : []
  const words = () => {
    if (chosen.length > 0) return t('answering.outcome', { names: chosen.map(({ name }) => name).join(', ') })
    if (!only || only.flowId === null) return t('answering.outcome_nowhere')
    return t('answering.outcome_other', { channel: only.name, flow: nameOf(only.flowId) ?? t('answering.another') })
  }
  return (
    <p
      role="status"
      className={classNames(
        'flex items-start gap-1.5 text-sm',
        chosen.length > 0 ? 'text-fg-2' : 'rounded-control bg-warning-subtle p-2 text-on-warning-subtle',
      )}
    >
      {chosen.length === 0 && <TriangleAlert size={16} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden />}
      {words()}
    </p>
  )
}

/** Where the published flow answers, chosen while it is published; afterwards it is told. */
const useWhere = (flow: Flow) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const mayChoose = useCan('channels.manage')
  const { channels, users, isNowhere } = useAnswering(flow.id)
  const { chosen, toggle } = useChosenChannels(channels)
  const offered = isNowhere && waitsForPlace(editor.definition())
  const choose = { label: t('answering.choose'), run: () => acts.ask({ what: 'answer' }) }
  const put = async (): Promise<string[]> => {
    if (!offered || !mayChoose) return users
    try {
      await answerIn(flow.id, chosen)
      return chosen.map(({ name }) => name)
    } catch {
      sayProblem(t('answering.failed'), choose)
      return users
    }
  }
  const tell = (number: number, names: readonly string[]) => {
    const attempt = { label: t('published.try'), run: () => acts.testFrom(null) }
    if (names.length > 0) return say(t('publish.done_in', { number, names: names.join(', ') }), attempt)
    if (!offered) return say(t('publish.done', { number }), attempt)
    say(t('publish.done_nowhere', { number }), mayChoose && channels.length > 0 ? choose : undefined)
  }
  const choice = offered && (
    <div className="flex flex-col gap-2">
      <ChannelChoice channels={channels} chosen={chosen} onToggle={toggle} />
      {mayChoose && channels.length > 0 && <Outcome channels={channels} chosen={chosen} />}
    </div>
  )
  return { choice, put, tell }
}

/** What is asked before a version is published. */
const PublishForm = ({ flow, saving, onPublished, onClose }: PublishDialogProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const { timeZone } = useTenant()
  const { id: me } = useUser()
  // Kept for whoever goes to see what changes, or why a test fails, and comes back.
  const [note, setNote] = useDraft(me, `flow.publish:${flow.id}`)
  const go = useGo()
  const [choice, setChoice] = useState<PublishChoice>(atOnce)
  const [now] = useState(serverNow)
  const [own, setOwn] = useState<'publish.unsaved' | 'planned.no_time' | null>(null)
  const { busy, problem, run } = useAct()
  const where = useWhere(flow)
  const later = choice.when === 'later'
  const failing = problem?.code === 'flow.tests_failed' ? problem : null
  const change = (part: Partial<PublishChoice>) => setChoice({ ...choice, ...part })
  const publish = () =>
    run(async () => {
      setOwn(null)
      const at = later ? instantOfField(choice.at, timeZone) : null
      if (later && !at) return setOwn('planned.no_time')
      if (!(await saving.flush())) return setOwn('publish.unsaved')
      const body = { people: choice.people, ...(note.trim() && { note: note.trim() }), ...(choice.override.trim() && { override: choice.override.trim() }) }
      if (at) await call(flowRoutes.plan, { params: { id: flow.id }, body: { ...body, at } })
      const published = at ? null : await call(flowRoutes.publish, { params: { id: flow.id }, body })
      // A version never changes: what it says is known already, when the flow is read anew.
      if (published) queryClient.setQueryData(keyOf(flowRoutes.version, { params: { id: flow.id, version: published.number } }), published)
      setNote('')
      const names = published ? await where.put() : []
      // What the dialog asks depends on what is published: it goes before that is read anew.
      onClose()
      await onPublished()
      if (published) where.tell(published.number, names)
      else say(t('planned.done', { when: format.moment(at ?? now) }))
    })
  return (
    <ActDialog
      title={t('publish.title', { name: flow.name })}
      description={t('publish.hint')}
      verb={t(later ? 'planned.verb' : failing && choice.override.trim() ? 'tests.publish' : 'publish.verb')}
      busy={busy}
      refusal={own ? t(own) : failing ? null : problem && problemWords(problem)}
      does={() => void publish()}
      // The note can be left out: with fingers its keyboard would lie over what is asked below.
      begins={fingers.matches ? 'panel' : 'field'}
      onClose={onClose}
    >
      <div className="flex flex-col gap-4">
        <TextArea label={t('publish.note')} value={note} maxLength={500} dir="auto" onChange={({ target }) => setNote(target.value)} />
        {flow.published && (
          <Button
            size="sm"
            icon={GitCompareArrows}
            className="-mt-2 self-start"
            onClick={() => {
              onClose()
              go({ panel: 'versions', from: flow.published?.number, to: 'draft' })
            }}
          >
            {t('publish.changes')}
          </Button>
        )}
        {!later && where.choice}
        <PublishFields live={flow.published !== null} choice={choice} now={now} onChange={change} />
        {failing && <FailedTests flowId={flow.id} problem={failing} override={choice.override} onChange={change} onClose={onClose} />}
      </div>
    </ActDialog>
  )
}

/** Freezes the draft as the next version, with a note on what is new: at once, or at a time of the business. Refused while it has errors; without news there is nothing to publish. */
export const PublishDialog = (props: PublishDialogProps) => {
  const hasNews = useHasNews(props.flow)
  // Decided once: publishing itself makes the news old while the form still tells of it.
  const [opened, setOpened] = useState(hasNews)
  if (opened === null && hasNews !== null) setOpened(hasNews)
  const refused = useProblems().some(({ severity }) => severity === 'error')
  if (opened === null) return null
  if (!opened) return <PublishedDialog flow={props.flow} onClose={props.onClose} />
  return refused ? <Refused onClose={props.onClose} /> : <PublishForm {...props} />
}
