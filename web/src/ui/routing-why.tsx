import type { RoutingCandidate, RoutingReason } from '@chasqui/contracts'
import { Check } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from './class-names.ts'

/**
 * Why a conversation goes to this person: the rules with their weights, what was asked for, and everybody as the decision saw them.
 * Needs `loadTexts('queues')` in the page's route.
 */
export type RoutingWhyProps = { why: RoutingReason; chosenId: string | null; nameOf: (userId: string) => string }

const best = (one: RoutingCandidate, other: RoutingCandidate) => (other.score ?? -1) - (one.score ?? -1)

export const RoutingWhy = ({ why, chosenId, nameOf }: RoutingWhyProps) => {
  const { t } = useTexts('queues')
  const format = useFormat()
  const { rules, requiredSkills, preferredSkills, candidates } = why
  const sum = rules.reduce((all, { weight }) => all + weight, 0)
  const list = (words: string[]) => new Intl.ListFormat(format.place.locale, { type: 'conjunction' }).format(words)
  const skills = (needs: RoutingReason['requiredSkills']) => list(needs.map(({ name, level }) => t('why.skill', { name, level })))
  return (
    <div className="flex flex-col gap-3 text-sm">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-fg-3">{t('why.rules')}</dt>
        <dd>
          {rules.length === 1
            ? t(`strategy.${rules[0]!.strategy}`)
            : list(rules.map(({ strategy, weight }) => t('why.rule', { rule: t(`strategy.${strategy}`), share: format.percent(weight / sum) })))}
        </dd>
        {requiredSkills.length > 0 && (
          <>
            <dt className="text-fg-3">{t('skill.required')}</dt>
            <dd>{skills(requiredSkills)}</dd>
          </>
        )}
        {preferredSkills.length > 0 && (
          <>
            <dt className="text-fg-3">{t('skill.preferred')}</dt>
            <dd>{skills(preferredSkills)}</dd>
          </>
        )}
      </dl>
      {candidates.length === 0 ? (
        <p className="text-fg-2">{t('why.nobody')}</p>
      ) : (
        <ul aria-label={t('why.candidates')} className="divide-y divide-line rounded-control border border-line">
          {candidates.toSorted(best).map((candidate) => (
            <Candidate key={candidate.userId} candidate={candidate} name={nameOf(candidate.userId)} chosen={candidate.userId === chosenId} rules={rules} />
          ))}
        </ul>
      )}
    </div>
  )
}

const Candidate = ({ candidate, name, chosen, rules }: { candidate: RoutingCandidate; name: string; chosen: boolean; rules: RoutingReason['rules'] }) => {
  const { t } = useTexts('queues')
  const format = useFormat()
  const { load, capacity, lastAssignedAt, refused, parts, score, rank } = candidate
  const facts = [
    t('why.load', { load, capacity }),
    ...(rules.some(({ strategy }) => strategy === 'round_robin')
      ? [lastAssignedAt ? t('why.last', { when: format.moment(lastAssignedAt) }) : t('why.never')]
      : []),
    ...(rules.some(({ strategy }) => strategy === 'agent_priority') ? [t('why.rank', { rank })] : []),
  ]
  const marks = rules.flatMap(({ strategy }) => {
    const part = parts[strategy]
    return part === undefined ? [] : [t('why.part', { rule: t(`strategy.${strategy}`), share: format.percent(part) })]
  })
  return (
    <li className={classNames('flex items-start gap-2 px-3 py-2', chosen && 'bg-primary-subtle text-on-primary-subtle')}>
      <span className="min-w-0 flex-1">
        <span className={classNames('block', chosen ? 'font-semibold' : 'font-medium')}>
          {name}
          {chosen && (
            <>
              <Check size={14} strokeWidth={2.5} className="ml-1 inline" aria-hidden />
              <span className="sr-only">{t('why.chosen')}</span>
            </>
          )}
        </span>
        <span className={classNames('block text-xs', !chosen && 'text-fg-2')}>{facts.join(' · ')}</span>
        {!refused && marks.length > 0 && <span className={classNames('block text-xs', !chosen && 'text-fg-2')}>{marks.join(' · ')}</span>}
      </span>
      <span className="shrink-0 text-right text-xs tabular">
        {refused ? t(`why.refused.${refused}`) : score === null ? '' : t('why.score', { score: format.number(score, 2) })}
      </span>
    </li>
  )
}
