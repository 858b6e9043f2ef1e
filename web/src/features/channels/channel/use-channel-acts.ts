import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { say, sayProblem } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'

/** Connecting and restarting: both ask the vendor anew. A refusal is a state of the channel and no failure of the request. */
export const useChannelActs = ({ id, name }: Pick<Channel, 'id' | 'name'>) => {
  const { t } = useTexts('channels')
  const ask = async (act: 'connect' | 'restart') => {
    try {
      const { state } = await call(channelRoutes[act], { params: { id } })
      if (state === 'error') sayProblem(t('act.refused', { name }))
      // A line is still to be opened: its panel tells.
      else if (state === 'connected') say(t(`act.${act}_done`, { name }))
    } catch (problem) {
      if (!isProblem(problem)) throw problem
      sayProblem(problemWords(problem))
    }
    await readChannelsAgain()
  }
  return { connect: () => ask('connect'), restart: () => ask('restart') }
}
