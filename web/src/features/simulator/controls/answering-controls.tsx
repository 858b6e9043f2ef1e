import type { Conversation, ListedFlow } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { giveFloor } from '../data/use-conversation.ts'
import { setFlow } from '../data/use-line.ts'
import type { Answering } from './answering.ts'
import { useAnsweringWords } from './use-answering-words.ts'

const floors = { flow: 'flow', person: 'human', nobody: 'nobody' } as const

/** Gives an open conversation to the flow, to oneself or to nobody. */
const FloorChoice = ({ answering, conversation }: { answering: Answering; conversation: Conversation }) => {
  const { t } = useTexts('simulator')
  const options = (['flow', 'person', 'nobody'] as const).map((value) => ({ value, label: t(`answering.choice.${value}`) }))
  return (
    <Segmented
      label={t('answering.title')}
      value={answering.who}
      options={options}
      onChange={(who) => void giveFloor(conversation.id, floors[who])}
      className="self-start"
    />
  )
}

const nobody = ''

/** Which flow answers whoever writes for the first time. */
const FirstAnswer = ({ channelId, flowId, flows }: { channelId: string; flowId: string | null; flows: readonly ListedFlow[] }) => {
  const { t } = useTexts('simulator')
  const options = [...flows.map(({ id, name }) => ({ value: id, label: name })), { value: nobody, label: t('answering.choice.nobody') }]
  return (
    <SelectField
      label={t('answering.first')}
      hint={t('answering.first_hint')}
      value={flowId ?? nobody}
      options={options}
      onChange={(id) => void setFlow(channelId, id === nobody ? null : id)}
    />
  )
}

type AnsweringControlsProps = {
  channelId: string
  answering: Answering
  conversation: Conversation | null
  flowId: string | null
  flows: readonly ListedFlow[]
}

/** Whom the customer talks to: a published flow, a person, nobody. */
export const AnsweringControls = ({ channelId, answering, conversation, flowId, flows }: AnsweringControlsProps) => {
  const { t } = useTexts('simulator')
  const [mayReply, mayManage] = [useCan('conversations.reply'), useCan('channels.manage')]
  const wordsOf = useAnsweringWords()
  return (
    <>
      <p className="text-base">{wordsOf(answering)}</p>
      {answering.open && conversation && mayReply && <FloorChoice answering={answering} conversation={conversation} />}
      {!answering.open && <p className="text-sm text-fg-2">{t('answering.begins')}</p>}
      {mayManage && <FirstAnswer channelId={channelId} flowId={flowId} flows={flows} />}
    </>
  )
}
