import type { Flow } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'
import { ChannelChoice } from './channel-choice.tsx'
import { answerIn, useAnswering, useChosenChannels } from './use-answering.ts'

/** Lets a published flow answer on channels. */
export const AnsweringDialog = ({ flow, onClose }: { flow: Flow; onClose: () => void }) => {
  const { t } = useTexts('flows')
  const { channels } = useAnswering(flow.id)
  const { chosen, toggle } = useChosenChannels(channels)
  const { busy, problem, run } = useAct()
  const put = () =>
    run(async () => {
      await answerIn(flow.id, chosen)
      say(t('list.used', { names: chosen.map(({ name }) => name).join(', ') }))
      onClose()
    })
  return (
    <ActDialog
      title={t('answering.title', { name: flow.name })}
      verb={t('answering.verb')}
      busy={busy}
      does={chosen.length > 0 ? () => void put() : null}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <ChannelChoice channels={channels} chosen={chosen} onToggle={toggle} />
    </ActDialog>
  )
}
