import type { HiddenField } from '@chasqui/contracts'
import type { Viewer } from './viewer.ts'

/**
 * Who may hear of something: every member; those who use the simulator; whoever made a job, and those who see all jobs; those whose reach takes in one of these holders (null: held by nobody) and
 * these people; or those who lose it because it went from one holder to another.
 */
export type Audience =
  | 'everyone'
  | 'simulator'
  | { maker: string }
  | { of: readonly (string | null)[]; people?: readonly string[] }
  | { leaves: string | null; to: string | null }

/** What is masked for a browser is masked in everything it is told, so that each variant has rooms of its own. */
export const variantOf = (hides: readonly HiddenField[]): string => hides.toSorted().join('+')
const variants = ['', 'phone', 'email', 'email+phone']

type Seated = Pick<Viewer, 'userId' | 'mayReadConversations' | 'mayUseSimulator' | 'seesAllJobs' | 'reach' | 'hides' | 'teammates'>

const held = (variant: string, holder: string | null): string => `${variant} of ${holder ?? 'nobody'}`
const person = (variant: string, id: string): string => `${variant} person ${id}`
const maker = (variant: string, id: string): string => `${variant} jobs of ${id}`
const allJobs = (variant: string): string => `${variant} all jobs`
const all = (variant: string): string => `${variant} all`

/** The holders that a narrower reach takes in. */
const reachedHolders = ({ reach, userId, teammates }: Seated): (string | null)[] => {
  if (reach === 'own') return [userId]
  return reach === 'team' ? [null, userId, ...teammates] : [null, userId]
}

/** The rooms of a browser: its reach is where it sits. */
export const roomsOf = (viewer: Seated): string[] => {
  const variant = variantOf(viewer.hides)
  const conversations =
    viewer.reach === 'all' ? [all(variant)] : [...reachedHolders(viewer).map((holder) => held(variant, holder)), person(variant, viewer.userId)]
  const jobs = [maker(variant, viewer.userId), ...(viewer.seesAllJobs ? [allJobs(variant)] : [])]
  return [
    `${variant} everyone`,
    ...(viewer.mayUseSimulator ? [`${variant} simulator`] : []),
    ...(viewer.mayReadConversations ? [...conversations, ...jobs] : []),
  ]
}

export type Rooms = { to: string[]; except: string[] }

/** Where an audience sits, in one variant. */
export const roomsFor = (audience: Audience, variant: string): Rooms => {
  if (typeof audience === 'string') return { to: [`${variant} ${audience}`], except: [] }
  if ('maker' in audience) return { to: [maker(variant, audience.maker), allJobs(variant)], except: [] }
  if ('leaves' in audience) return { to: [held(variant, audience.leaves)], except: [held(variant, audience.to), all(variant)] }
  const people = (audience.people ?? []).map((id) => person(variant, id))
  return { to: [all(variant), ...audience.of.map((holder) => held(variant, holder)), ...people], except: [] }
}

/** The same in all of them, for what holds nothing that could be masked. */
export const roomsForAll = (audience: Audience): Rooms => {
  const each = variants.map((variant) => roomsFor(audience, variant))
  return { to: each.flatMap(({ to }) => to), except: each.flatMap(({ except }) => except) }
}

/** Whether a browser that sits in these rooms is one of them. */
export const hears = (seats: readonly string[], { to, except }: Rooms): boolean =>
  to.some((room) => seats.includes(room)) && !except.some((room) => seats.includes(room))
