import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const abSplitForm: StepForm<NodeOf<'ab_split'>> = {
  group: 'decide',
  icon: 'flask-conical',
  fresh: () => ({
    type: 'ab_split',
    arms: [
      { id: 'a', label: 'A', share: 50, next: null },
      { id: 'b', label: 'B', share: 50, next: null },
    ],
    sticky: 'contact',
  }),
  fields: [
    { key: 'arms', kind: 'arms', most: 5 },
    { key: 'goal', kind: 'step', optional: true },
    { key: 'milestone', kind: 'milestone', optional: true, more: true },
    { key: 'sticky', kind: 'choice', of: ['contact', 'run'], more: true },
    { key: 'saveAs', kind: 'variable', optional: true, more: true },
  ],
}
