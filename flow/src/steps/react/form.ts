import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const reactForm: StepForm<NodeOf<'react'>> = {
  group: 'say',
  icon: 'smile',
  fresh: () => ({ type: 'react', emoji: '👍', next: null }),
  fields: [
    { key: 'emoji', kind: 'emoji' },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
