import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { call } from '#lib/api.ts'
import { text } from '#lib/i18n/texts.ts'
import { sayProblem } from '#ui/toast.tsx'
import { type Act, actBody, type Speaker } from './speaker.ts'
import { readScreenAgain } from './use-hints.ts'
import { readPeopleAgain } from './use-people.ts'

const change = async (speaker: Speaker, act: Act) => {
  try {
    await call(simulatorRoutes.act, { params: { channelId: speaker.channelId }, body: actBody(speaker, act) })
  } catch {
    sayProblem(text('simulator:message.change_failed'))
  }
  // Also after a failure: the phone may show the change although the business was not told.
  await readScreenAgain(speaker.channelId, speaker.phone)
  void readPeopleAgain()
}

/** An empty emoji takes the reaction back. */
export const react = (speaker: Speaker, messageId: string, emoji: string) => change(speaker, { type: 'reaction', messageId, emoji })
export const reword = (speaker: Speaker, messageId: string, words: string) => change(speaker, { type: 'edit', messageId, text: words })
/** For everyone. */
export const takeBack = (speaker: Speaker, messageId: string) => change(speaker, { type: 'delete', messageId })
