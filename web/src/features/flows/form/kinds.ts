/**
 * The kinds of values that the form can edit. A step type with a field of another kind is not offered until there is an editor for it: nobody should be able
 * to begin what they cannot finish.
 */
export const editedKinds = [
  'words',
  'line',
  'number',
  'duration',
  'timeout',
  'choice',
  'choices',
  'toggle',
  'variable',
  'words-list',
  'options',
  'comparisons',
  'assignments',
  'next',
  'step',
  'hours',
  'cases',
  'arms',
  'updates',
  'tags',
  'people',
  'emoji',
  'texts',
  'file',
  'place',
  'card',
  'link',
  'results',
  'flow',
  'queue',
  'template',
  'key-values',
  'code',
  'numbers',
  'mapping',
  'milestone',
] as const
export type EditedKind = (typeof editedKinds)[number]

export const isEdited = (kind: string): kind is EditedKind => editedKinds.some((known) => known === kind)
