import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const updateContactForm: StepForm<NodeOf<'update_contact'>> = {
  group: 'act',
  icon: 'user-pen',
  fresh: () => ({ type: 'update_contact', set: [{ field: 'name', value: '{{contact.name}}' }], next: null }),
  fields: [
    { key: 'set', kind: 'updates', of: ['name', 'email', 'company', 'city', 'language'], most: 10 },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
