import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePublishedFlows } from '../data/published-flows.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'
import { chosenIn, enteredOf, WhomField } from './whom-field.tsx'

/** Which published flow takes what no other begins with. None, until somebody says so. */
export const FlowField = (props: { flowId: string | null; disabled: boolean; error?: string | null; onChange: (flowId: string | null) => void }) => {
  const { flowId, disabled, error = null, onChange } = props
  const { t } = useTexts('channels')
  const flows = usePublishedFlows()
  const hidden = flowId !== null && !flows.some(({ value }) => value === flowId) ? [{ value: flowId, label: t('list.some_flow') }] : []
  return (
    <SelectField
      label={t('answer.label')}
      hint={t(flowId ? 'answer.flow_hint' : 'answer.no_flow_hint')}
      value={flowId ?? ''}
      options={[{ value: '', label: t('answer.no_flow') }, ...hidden, ...flows]}
      disabled={disabled}
      error={error}
      onChange={(next) => onChange(next || null)}
    />
  )
}

/** To whom flows answer. Kept by a press of its own: whoever goes through the choices with the arrow keys has chosen none yet. */
const Whom = ({ channel: { id, kind, answers } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const [entered, setEntered] = useState(() => enteredOf(answers))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  const stored = enteredOf(answers)
  const isDirty = entered.to !== stored.to || (entered.to === 'test_numbers' && entered.numbers !== stored.numbers)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const chosen = chosenIn(entered)
    if (chosen === null) return
    void run(async () => {
      const kept = await call(channelRoutes.update, { params: { id }, body: { answers: chosen } })
      setEntered(enteredOf(kept.answers))
      setTried(false)
      await readChannelsAgain()
      say(t(`answer.done.${chosen.to}`))
    })
  }
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-3">
      <WhomField kind={kind} entered={entered} disabled={!mayManage || busy} tried={tried} wrong={problem?.fieldErrors ?? {}} onChange={setEntered} />
      {isDirty && entered.to !== 'everyone' && <p className="text-sm text-fg-2">{t('answer.narrower')}</p>}
      {problem && Object.keys(problem.fieldErrors).length === 0 && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
      {isDirty && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="solid" busy={busy}>
            {t('answer.save')}
          </Button>
          <Button type="button" look="quiet" disabled={busy} onClick={() => setEntered(stored)}>
            {t('answer.discard')}
          </Button>
        </div>
      )}
    </form>
  )
}

/** Whom the bot answers on a channel, and with what. */
export const Answering = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const { busy, problem, run } = useAct()
  const { id, kind, flowId, answers } = channel
  const answerWith = (next: string | null) =>
    run(async () => {
      await call(channelRoutes.update, { params: { id }, body: { flowId: next, ...(kind !== 'simulator' && { answers }) } })
      await readChannelsAgain()
      say(t(next ? 'answer.flow_done' : 'answer.no_flow_done'))
    })
  return (
    <Section title={t('answer.title')}>
      {kind !== 'simulator' && <Whom key={id} channel={channel} />}
      <FlowField flowId={flowId} disabled={!mayManage || busy} error={problem && problemWords(problem)} onChange={(next) => void answerWith(next)} />
    </Section>
  )
}
