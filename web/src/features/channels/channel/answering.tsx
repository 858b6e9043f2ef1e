import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { usePublishedFlows } from '../data/published-flows.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'

/** Which published flow answers here. Nobody, until somebody says so. */
export const FlowField = (props: { flowId: string | null; disabled: boolean; error?: string | null; onChange: (flowId: string | null) => void }) => {
  const { flowId, disabled, error = null, onChange } = props
  const { t } = useTexts('channels')
  const flows = usePublishedFlows()
  const hidden = flowId !== null && !flows.some(({ value }) => value === flowId) ? [{ value: flowId, label: t('list.some_flow') }] : []
  return (
    <SelectField
      label={t('answer.label')}
      hint={t(flowId ? 'answer.flow_hint' : 'answer.nobody_hint')}
      value={flowId ?? ''}
      options={[{ value: '', label: t('answer.nobody') }, ...hidden, ...flows]}
      disabled={disabled}
      error={error}
      onChange={(next) => onChange(next || null)}
    />
  )
}

export const Answering = ({ channel: { id, flowId } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const mayManage = useCan('channels.manage')
  const { busy, problem, run } = useAct()
  const answerWith = (next: string | null) =>
    run(async () => {
      await call(channelRoutes.update, { params: { id }, body: { flowId: next } })
      await readChannelsAgain()
      say(t(next ? 'answer.flow_done' : 'answer.nobody_done'))
    })
  return (
    <Section title={t('answer.title')}>
      <FlowField flowId={flowId} disabled={!mayManage || busy} error={problem && problemWords(problem)} onChange={(next) => void answerWith(next)} />
    </Section>
  )
}
