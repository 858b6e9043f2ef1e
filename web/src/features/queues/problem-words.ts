import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'

const told = {
  offline: 'problem.offline',
  forbidden: 'problem.forbidden',
  'queue.name_taken': 'problem.name_taken',
  'queue.default_needed': 'problem.default_needed',
  'queue.own_overflow': 'problem.own_overflow',
  'queue.unknown': 'problem.queue_gone',
  'campaign.unknown': 'problem.campaign_gone',
  'channel.unknown': 'problem.channel_gone',
  'tag.unknown': 'problem.tag_gone',
  'user.unknown': 'problem.person_gone',
  'team.unknown': 'problem.team_gone',
  'flow.not_published': 'problem.flow',
} as const

/** What a refusal, of the whole or of a field, means for the person in front of it. */
export const useProblemWords = () => {
  const { t } = useTexts('queues')
  const ofCode = (code: string) => t(code in told ? told[code as keyof typeof told] : 'problem.field')
  return {
    ofCode,
    ofProblem: (problem: ApiProblem) => (problem.code in told ? ofCode(problem.code) : t(problem.status === 422 ? 'problem.fields' : 'problem.unknown')),
  }
}
