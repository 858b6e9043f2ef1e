import type { CustomerMessage } from '@chasqui/flow'
import { Clock, Mic, RotateCcw, SendHorizontal } from 'lucide-react'
import { type FormEvent, Suspense, useEffect, useRef, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Button } from '#ui/button.tsx'
import { inputLook } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Banner } from '#ui/banner.tsx'
import { PhoneFrame } from '#ui/phone-frame.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useGoal } from '../builder/goal.ts'
import { thePhone, useView, useViewStore } from '../builder/view.ts'
import { useActs } from '../builder/acts.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { useStepWords } from '../language/step-words.ts'
import { AwaitedCallBar } from './awaited-call.tsx'
import { AwaitedLinkBar } from './awaited-link.tsx'
import { TestCustomer } from './customer.tsx'
import { SendMenu } from './send-menu.tsx'
import { useOtherFlows } from './subflows.ts'
import { TestBubble, TestDeed } from './test-bubble.tsx'
import { answerCall, answerLink, beginTalk, hear, pass, start, type TestTalk, type World, withCustomer, withVariable } from './test-talk.ts'
import { Trace } from './trace.tsx'
import { TestVariables } from './variables.tsx'
import { useProfiles, useWorld } from './world.ts'

const KeepTalk = lazyPart(() => import('../life/tests/keep-talk.tsx').then((module) => module.KeepTalk))

const hour = 3_600_000
type Change = (before: TestTalk, world: World) => TestTalk
const chip =
  'inline-flex min-h-7 items-center gap-1 rounded-full border border-line-strong bg-surface px-2.5 text-sm font-medium hover:bg-surface-2 touch:min-h-11'

/** The draft on a phone: the engine runs in this browser, nobody is written to. It begins at the start, or at the step that was asked for. */
export const TestDock = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const { name: business } = useTenant()
  const editor = useEditor()
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  const words = useStepWords()
  const from = useView((view) => view.from)
  const definition = useDefinition((flow) => flow)
  const profiles = useProfiles(flowId)
  const [profileId, setProfileId] = useState<string | null>(null)
  const profile = profiles.find(({ id }) => id === profileId) ?? profiles[0]!
  const { others, areHere } = useOtherFlows(definition)
  const [calls, setCalls] = useState<'sample' | 'real'>('sample')
  const [isOpen, setIsOpen] = useState(true)
  const world = useWorld(profile, others, { calls, isOpen })
  const stranger = { name: t('test.customer'), phone: '+5491155550100', email: null, language: null, stage: 'new' as const }
  const begun = (step: string | null, given: TestTalk['given'] = {}, customer: TestTalk['customer'] = stranger): TestTalk => {
    const talk = beginTalk(serverNow(), customer, step, given)
    return step === null ? talk : start(talk, editor.definition(), world)
  }
  const view = useViewStore()
  const kept = useView((now) => now.talk)
  const setTalk = (next: TestTalk | ((before: TestTalk) => TestTalk)) => {
    const now = view.get()
    const before = now.talk?.is ?? begun(null)
    view.set({ ...now, talk: { is: typeof next === 'function' ? next(before) : next, turn: now.from.turn } })
  }
  const isCurrent = kept !== null && kept.turn === from.turn
  const waiting = useRef<Change[]>([])
  const act = (change: Change) => {
    if (areHere) setTalk((before) => change(before, world))
    else waiting.current.push(change)
  }
  useEffect(() => {
    if (!areHere) return
    if (!isCurrent) setTalk((before) => begun(from.step, before.given, before.customer))
    for (const change of waiting.current.splice(0)) act(change)
    // A test begins anew when it is asked for anew; and nothing happens in it before all that it may go into is here.
  }, [isCurrent, from.turn, areHere])
  const [text, setText] = useState('')
  const place = useRef<HTMLInputElement>(null)
  useGoal('phone', thePhone, () => place.current?.focus())
  const talk = kept?.is ?? beginTalk(serverNow(), stranger)
  const thread = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (thread.current) thread.current.scrollTop = thread.current.scrollHeight
  }, [talk.thread.length])

  const tell = (message: CustomerMessage) => act((before, at) => hear(before, editor.definition(), message, at))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    tell({ type: 'text', text })
    setText('')
  }
  const chosen = new Set(
    talk.thread.flatMap(({ from: by, ...one }) =>
      by === 'customer' && 'content' in one && 'choiceId' in one.content && one.content.choiceId ? [one.content.choiceId] : [],
    ),
  )
  const keywords = definition.triggers.flatMap((trigger) => (trigger.type === 'keyword' ? trigger.words.slice(0, 2) : []))
  const tries = [
    ...new Set([
      ...(keywords.length > 0 ? keywords : [t('test.hello')]),
      ...[definition.always.human[0], definition.always.stop[0]].filter((word) => word !== undefined),
    ]),
  ]
  const hasCalls = [definition, ...[...others.values()].map((other) => other.definition)].some(({ nodes }) =>
    Object.values(nodes).some(({ type }) => type === 'api_call'),
  )
  const again = () => act((before) => begun(from.step, before.given, before.customer))
  return (
    <section aria-label={t('test.title')} className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
      <div className="flex items-end gap-2">
        <SelectField
          className="min-w-0 flex-1"
          label={t('test.channel')}
          value={profile.id}
          options={profiles.map(({ id, name }) => ({ value: id, label: name ?? t('test.plain') }))}
          onChange={setProfileId}
        />
        <IconButton icon={RotateCcw} bordered label={t('test.again')} onClick={again} />
      </div>
      <SelectField
        label={t('test.begins')}
        value={from.step ?? ''}
        options={[{ value: '', label: t('start.name') }, ...Object.entries(definition.nodes).map(([id, node]) => ({ value: id, label: words.title(node) }))]}
        onChange={(step) => acts.testFrom(step === '' ? null : step)}
      />
      {hasCalls && mayManage && (
        <Switch
          label={t('test.really_call')}
          hint={t('test.really_call_hint')}
          checked={calls === 'real'}
          onChange={(real) => setCalls(real ? 'real' : 'sample')}
        />
      )}
      {calls === 'real' ? <Banner tone="warning">{t('test.is_real')}</Banner> : <p className="text-xs text-fg-2">{t('test.simulated')}</p>}
      <div className="flex h-[26rem] shrink-0 flex-col">
        <PhoneFrame label={t('test.phone')} className="max-tablet:rounded-card! max-tablet:border!">
          <header className="flex items-center gap-2 bg-surface px-3 py-2">
            <span className="min-w-0 flex-1 truncate text-sm font-semibold">{business}</span>
            <span className="text-xs text-fg-3">{format.moment(talk.now)}</span>
          </header>
          <div ref={thread} role="log" aria-label={t('test.thread')} tabIndex={0} className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-2.5 py-3">
            {talk.thread.length === 0 && <p className="self-center rounded-card bg-surface px-3 py-1 text-center text-xs text-fg-2">{t('test.empty')}</p>}
            {talk.thread.map((one) =>
              one.from === 'engine' ? (
                <TestDeed key={one.id} deed={one} />
              ) : (
                <TestBubble key={one.id} said={one} chosen={chosen} onChoose={({ id, title }) => tell({ type: 'choice', text: title, choiceId: id })} />
              ),
            )}
            {talk.unheard && (
              <p className="self-center rounded-card bg-warning-subtle px-2.5 py-1 text-center text-xs text-on-warning-subtle">{t('test.unheard')}</p>
            )}
          </div>
          {talk.call && (
            <AwaitedCallBar
              key={talk.call.token}
              call={talk.call}
              mayManage={mayManage}
              isReal={calls === 'real'}
              onAnswer={(result, took) => act((before, at) => answerCall(before, editor.definition(), result, at, took))}
            />
          )}
          {talk.link && (
            <AwaitedLinkBar
              key={talk.link.token}
              link={talk.link}
              onAnswer={(result) => act((before, at) => answerLink(before, editor.definition(), result, at))}
            />
          )}
          <div className="flex items-center gap-1 bg-surface p-2">
            <SendMenu onSend={tell} />
            <form onSubmit={send} className="flex min-w-0 flex-1 items-center gap-1">
              <input
                ref={place}
                aria-label={t('test.message')}
                placeholder={t('test.message')}
                value={text}
                maxLength={4096}
                autoComplete="off"
                dir="auto"
                onChange={({ target }) => setText(target.value)}
                className={`${inputLook} control rounded-full!`}
              />
              <IconButton icon={SendHorizontal} type="submit" label={t('test.send')} />
            </form>
          </div>
        </PhoneFrame>
      </div>
      <div role="group" aria-label={t('test.try')} className="flex flex-wrap items-center gap-1.5">
        <span className="text-sm text-fg-2">{t('test.try')}</span>
        {!talk.run && (
          <button type="button" className={chip} onClick={() => act((before, at) => start(before, editor.definition(), at))}>
            {t('test.start')}
          </button>
        )}
        {tries.map((word) => (
          <button key={word} type="button" className={chip} onClick={() => tell({ type: 'text', text: word })}>
            {word}
          </button>
        ))}
        <button type="button" className={chip} onClick={() => tell({ type: 'audio', text: '' })}>
          <Mic size={14} strokeWidth={1.75} aria-hidden />
          {t('test.voice')}
        </button>
        {(
          [
            ['hour', hour],
            ['day', 24 * hour],
          ] as const
        ).map(([unit, ms]) => (
          <button key={unit} type="button" className={chip} onClick={() => act((before, at) => pass(before, editor.definition(), ms, at))}>
            <Clock size={14} strokeWidth={1.75} aria-hidden />
            {t(`test.pass_${unit}`)}
          </button>
        ))}
      </div>
      {talk.thread.length > 0 && (
        <Suspense fallback={null}>
          <KeepTalk flowId={flowId} talk={talk} world={world} />
        </Suspense>
      )}
      <TestCustomer customer={talk.contact} onChange={(change) => setTalk((before) => withCustomer(before, change))} isOpen={isOpen} onOpen={setIsOpen} />
      <TestVariables talk={talk} onChange={(name, value) => setTalk((before) => withVariable(before, name, value))} />
      <Trace lines={talk.trace} others={others} />
      {talk.run?.status === 'finished' && (
        <Button size="sm" className="self-start" icon={RotateCcw} onClick={again}>
          {t('test.again')}
        </Button>
      )}
    </section>
  )
}
