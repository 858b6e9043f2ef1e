/** The kinds of values that the form of a trigger can edit. A type with a field of another kind is not offered: nobody should be able to begin what they cannot finish. */
const editedKinds = [
  'words-list',
  'tags',
  'choice',
  'choices',
  'toggle',
  'number',
  'channels',
  'campaigns',
  'channel',
  'template',
  'templates',
  'path',
  'mappings',
  'days',
  'dates',
  'time',
] as const
export type EditedTriggerKind = (typeof editedKinds)[number]

export const isEditedInTriggers = (kind: string): kind is EditedTriggerKind => editedKinds.some((known) => known === kind)
