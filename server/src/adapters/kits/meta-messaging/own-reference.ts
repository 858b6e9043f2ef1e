import { text } from '#platform/foreign-json/loose-json'

/** Marks `message.metadata` as ours: other programs that write for the same page use the field, too. */
const PREFIX = 'chasqui:'

export const ownMetadata = (clientRef: string): string => PREFIX + clientRef

/** Of all messages but the last in which a long text leaves: the last one alone proves that the whole of it arrived. */
export const partMetadata = 'chasqui-part'

/** Our message id in an echo; null when somebody else wrote it. */
export const ownReference = (metadata: unknown): string | null => {
  const given = text(metadata)
  return given.startsWith(PREFIX) && given.length > PREFIX.length ? given.slice(PREFIX.length, PREFIX.length + 100) : null
}
