import type { PhoneMessage } from '@chasqui/contracts'

type Reactions = PhoneMessage['reactions']

/** Each side has one reaction per message; a new one takes its place, an empty one takes it back. */
export const withReaction = (reactions: Reactions, actor: Reactions[number]['actor'], emoji: string): Reactions => [
  ...reactions.filter((reaction) => reaction.actor !== actor),
  ...(emoji === '' ? [] : [{ actor, emoji }]),
]
