import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const templateForm: StepForm<NodeOf<'template'>> = {
  group: 'say',
  icon: 'layout-template',
  fresh: () => ({ type: 'template', template: null, components: [], next: null }),
  fields: [
    { key: 'template', kind: 'template' },
    { key: 'text', kind: 'words', limit: 4096, optional: true, more: true },
    { key: 'otherwise', kind: 'next', null: 'ends', optional: true, more: true },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
