import type { Arm, ArmsCompared } from '@chasqui/contracts'

export type Counted = { way: string | null; people: number; reached: number }
type Comparison = Pick<ArmsCompared, 'arms' | 'needed' | 'verdict' | 'best'>

/** How sure it has to be that there is a difference, and in how many cases one of the size looked for is to be seen. */
const error = 0.05
const power = 0.8

/**
 * Whether the people of one arm reach the goal more often than those of every other. Nothing is said before each arm has as many people as a difference of
 * `effect` asks for: whoever looks every day at a test that is not over finds a winner among equals. Several comparisons share the error between them.
 */
export const compareArms = (counted: readonly Counted[], effect: number): Comparison => {
  const arms = counted.map(armOf)
  const comparisons = Math.max(1, arms.length - 1)
  const needed = neededFor(pooledRate(counted), effect, error / comparisons)
  const [best, ...others] = arms.toSorted((one, other) => other.rate - one.rate)
  const isOver = arms.length > 1 && arms.every(({ people }) => people >= needed)
  const wins = isOver && others.every((other) => likelihoodOfChance(best!, other) < error / comparisons)
  return { arms, needed, verdict: wins ? 'difference' : 'no_difference_yet', best: wins ? best!.way : null }
}

const pooledRate = (counted: readonly Counted[]): number => {
  const people = counted.reduce((sum, arm) => sum + arm.people, 0)
  // Where nobody came yet, the rate that asks for most people.
  return people === 0 ? 0.5 : counted.reduce((sum, arm) => sum + arm.reached, 0) / people
}

const armOf = ({ way, people, reached }: Counted): Arm => ({ way, people, reached, rate: people === 0 ? 0 : reached / people, ...wilson(reached, people) })

/** Between which shares the true one lies, by Wilson's score interval; it never leaves 0 to 1, also for few people. */
export const wilson = (reached: number, people: number): { low: number; high: number } => {
  if (people === 0) return { low: 0, high: 1 }
  const z = quantile(1 - error / 2)
  const rate = reached / people
  const middle = (rate + (z * z) / (2 * people)) / (1 + (z * z) / people)
  const half = (z / (1 + (z * z) / people)) * Math.sqrt((rate * (1 - rate)) / people + (z * z) / (4 * people * people))
  return { low: Math.max(0, Math.min(rate, middle - half)), high: Math.min(1, Math.max(rate, middle + half)) }
}

/** People per arm, so that a difference of `effect` from this rate is seen in four of five times. */
const neededFor = (rate: number, effect: number, mostError: number): number => {
  const low = Math.min(Math.max(rate - effect / 2, 0), 1 - effect)
  const high = low + effect
  const middle = (low + high) / 2
  const spread = quantile(1 - mostError / 2) * Math.sqrt(2 * middle * (1 - middle)) + quantile(power) * Math.sqrt(low * (1 - low) + high * (1 - high))
  // Shares close to 0 or 1 have so little spread that a handful of people would do; the arithmetic does not hold for so few.
  return Math.max(30, Math.ceil((spread / effect) ** 2))
}

/** How likely two equal arms are to differ as much as these by chance (two proportions, both sides). */
const likelihoodOfChance = (one: Counted, other: Counted): number => {
  const pooled = (one.reached + other.reached) / (one.people + other.people)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / one.people + 1 / other.people))
  return spread === 0 ? 1 : 2 * (1 - normal(Math.abs(one.reached / one.people - other.reached / other.people) / spread))
}

/** The standard normal distribution (Abramowitz and Stegun 26.2.17, to 7.5e-8). */
const normal = (z: number): number => {
  if (z < 0) return 1 - normal(-z)
  const t = 1 / (1 + 0.2316419 * z)
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}

/** The z below which this share of the standard normal distribution lies, by halving. */
const quantile = (share: number): number => {
  let [low, high] = [-8, 8]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (normal(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
