import type { Queue, QueueSettings } from '@chasqui/contracts'

/** A queue as it is being written. */
export type Draft = QueueSettings

export const newDraft = (campaignId: string, position: number): Draft => ({
  campaignId,
  name: '',
  position,
  isDefault: false,
  entry: {},
  routing: null,
  requiredSkills: [],
  preferredSkills: [],
  agentIds: [],
  teamIds: [],
  priority: 50,
  capacity: null,
  maxWaitSeconds: null,
  overflow: { to: 'stay' },
  tellPosition: false,
  serviceLevel: null,
  isOpen: true,
})

export const draftOf = (queue: Queue): Draft => {
  const {
    id: _id,
    campaignName: _campaign,
    waiting: _waiting,
    longestWaitSeconds: _longest,
    live: _live,
    createdAt: _created,
    updatedAt: _updated,
    ...settings
  } = queue
  return settings
}

/** What would be refused for being half written. */
export const isComplete = ({ name, overflow, requiredSkills, preferredSkills }: Draft): boolean =>
  name.trim() !== '' && !('text' in overflow && !overflow.text.trim()) && [...requiredSkills, ...preferredSkills].every((skill) => skill.name.trim() !== '')
