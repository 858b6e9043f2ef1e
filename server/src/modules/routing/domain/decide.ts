import type { PresenceState, RoutingCandidate, RoutingReason, RoutingRules, RoutingStrategy, SkillNeed } from '@chasqui/contracts'

/** Somebody who serves a queue, as they stand at this moment. */
export type Candidate = {
  userId: string
  state: PresenceState
  /** Open conversations that they hold, and how many they can. */
  load: number
  capacity: number
  /** 1 is asked first, 9 last. */
  rank: number
  skills: readonly SkillNeed[]
  /** Later for whoever was given one of this queue later; null: never. */
  turn: number | null
  lastAssignedAt: Date | null
  /** Whether their role answers conversations at all. */
  mayReply: boolean
}

export type Rules = {
  queueId: string | null
  rules: RoutingRules
  requiredSkills: readonly SkillNeed[]
  preferredSkills: readonly SkillNeed[]
}
/** What of a wait decides: who let it pass, and who had this contact last, if that is remembered. */
export type Asked = { passedOver: readonly string[]; lastAgentId: string | null }
export type Decision = { userId: string | null; why: RoutingReason }

/** As many as a reason keeps: the able ones first. */
const keptCandidates = 25

const levelOf = (skills: readonly SkillNeed[], name: string): number =>
  Math.max(0, ...skills.filter((skill) => skill.name.toLowerCase() === name.toLowerCase()).map(({ level }) => level))

type Refused = NonNullable<RoutingCandidate['refused']>
const absences: Record<PresenceState, Refused | null> = { available: null, paused: 'paused', busy: 'busy', offline: 'absent' }

/** Why somebody is out of the question whatever they let pass; null: they could have it now. */
const obstacleOf = ({ requiredSkills }: Rules, { state, mayReply, load, capacity, skills }: Candidate): Refused | null => {
  if (!mayReply) return 'not_in_reach'
  if (absences[state]) return absences[state]
  if (!requiredSkills.every(({ name, level }) => levelOf(skills, name) >= level)) return 'skills'
  return load >= capacity ? 'full' : null
}

/**
 * What a rule says of somebody, from 0 to 1. Each looks at that person, or at the order of turns among all who serve the queue, and never at who else has
 * room: so that nobody's load changes how two others compare.
 */
const partOf: Record<Exclude<RoutingStrategy, 'manual'>, (one: Candidate, asked: Asked & Rules & { all: readonly Candidate[] }) => number> = {
  round_robin: ({ turn }, { all }) => {
    if (turn === null || all.length < 2) return 1
    const before = all.filter((other) => other.turn === null || other.turn < turn).length
    return 1 - before / (all.length - 1)
  },
  least_busy: ({ load, capacity }) => (capacity === 0 ? 0 : Math.max(0, 1 - load / capacity)),
  skills: ({ skills }, { preferredSkills }) =>
    preferredSkills.length === 0
      ? 1
      : preferredSkills.reduce((sum, { name, level }) => sum + Math.min(1, levelOf(skills, name) / level), 0) / preferredSkills.length,
  agent_priority: ({ rank }) => (9 - rank) / 8,
  last_agent: ({ userId }, { lastAgentId }) => (userId === lastAgentId ? 1 : 0),
}

/** Sums that differ by less are equal: they were added in another order. */
const hair = 1e-9

const better = (a: Scored, b: Scored): number => {
  if (Math.abs(a.score - b.score) > hair) return b.score - a.score
  const [turnA, turnB] = [a.candidate.turn ?? -1, b.candidate.turn ?? -1]
  return turnA - turnB || (a.candidate.userId < b.candidate.userId ? -1 : 1)
}
type Scored = { candidate: Candidate; parts: RoutingCandidate['parts']; score: number }

/**
 * Who is to have a conversation that waits: of those who can, who has the highest weighted sum; equals go by the least recent turn. Nobody under
 * `manual`. Whoever let it pass is not asked again before all the others had their chance, full ones included.
 */
export const decide = (rules: Rules, asked: Asked, candidates: readonly Candidate[]): Decision => {
  const isManual = rules.rules.some(({ strategy }) => strategy === 'manual')
  const obstacles = new Map(candidates.map((one) => [one.userId, obstacleOf(rules, one)]))
  const passed = new Set(asked.passedOver)
  const waitedFor = candidates.some(({ userId }) => !passed.has(userId) && (obstacles.get(userId) === null || obstacles.get(userId) === 'full'))
  const refusedFor = ({ userId }: Candidate): RoutingCandidate['refused'] => obstacles.get(userId) ?? (waitedFor && passed.has(userId) ? 'just_refused' : null)

  const about = { ...rules, ...asked, all: candidates }
  const weights = rules.rules.reduce((sum, { weight }) => sum + weight, 0)
  const scored = candidates
    .filter((one) => !isManual && refusedFor(one) === null)
    .map((candidate): Scored => {
      const parts: RoutingCandidate['parts'] = {}
      let score = 0
      for (const { strategy, weight } of rules.rules) {
        if (strategy === 'manual') continue
        const part = partOf[strategy](candidate, about)
        parts[strategy] = part
        score += (part * weight) / weights
      }
      return { candidate, parts, score }
    })
    .toSorted(better)

  const shown = ({ userId, load, capacity, rank, lastAssignedAt }: Candidate) => ({
    userId,
    load,
    capacity,
    rank,
    lastAssignedAt: lastAssignedAt?.toISOString() ?? null,
  })
  const able = scored.map(({ candidate, parts, score }): RoutingCandidate => ({ ...shown(candidate), refused: null, parts, score }))
  const seen = new Set(able.map(({ userId }) => userId))
  const others = candidates
    .filter(({ userId }) => !seen.has(userId))
    .map((one): RoutingCandidate => ({ ...shown(one), refused: refusedFor(one), parts: {}, score: null }))
  return {
    userId: scored[0]?.candidate.userId ?? null,
    why: {
      queueId: rules.queueId,
      rules: [...rules.rules],
      requiredSkills: [...rules.requiredSkills],
      preferredSkills: [...rules.preferredSkills],
      candidates: [...able, ...others].slice(0, keptCandidates),
    },
  }
}

/** After somebody was given one of the queue. */
export const givenOne = (one: Candidate, turn: number, at: Date): Candidate => ({ ...one, load: one.load + 1, turn, lastAssignedAt: at })
