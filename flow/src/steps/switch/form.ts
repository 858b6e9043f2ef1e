import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const switchForm: StepForm<NodeOf<'switch'>> = {
  group: 'decide',
  icon: 'git-branch',
  fresh: () => ({ type: 'switch', cases: [{ id: 'case_1', all: [{ variable: 'message.text', operator: 'is_set' }], next: null }], otherwise: null }),
  fields: [
    { key: 'cases', kind: 'cases', most: 20 },
    { key: 'otherwise', kind: 'next', null: 'ends' },
  ],
}
