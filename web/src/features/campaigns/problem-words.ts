import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'

const told = {
  offline: 'problem.offline',
  forbidden: 'problem.forbidden',
  'campaign.name_taken': 'problem.name_taken',
  'campaign.channel_taken': 'problem.channel_taken',
  'campaign.finished': 'problem.finished',
  'campaign.has_history': 'problem.has_history',
  'channel.unknown': 'problem.channel_gone',
  'user.unknown': 'problem.person_gone',
  'team.unknown': 'problem.team_gone',
  'flow.not_published': 'problem.flow',
  time_zone: 'problem.time_zone',
} as const

/** What a refusal, of the whole or of a field, means for the person in front of it. */
export const useProblemWords = () => {
  const { t } = useTexts('campaigns')
  const ofCode = (code: string) => t(code in told ? told[code as keyof typeof told] : 'problem.field')
  return {
    ofCode,
    ofProblem: (problem: ApiProblem) => (problem.code in told ? ofCode(problem.code) : t(problem.status === 422 ? 'problem.fields' : 'problem.unknown')),
  }
}
