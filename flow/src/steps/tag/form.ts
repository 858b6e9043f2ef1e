import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const tagForm: StepForm<NodeOf<'tag'>> = {
  group: 'act',
  icon: 'tag',
  fresh: () => ({ type: 'tag', add: [], remove: [], next: null }),
  fields: [
    { key: 'add', kind: 'tags', most: 10 },
    { key: 'remove', kind: 'tags', most: 10, more: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
