import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

const withCaption = ['image', 'video', 'document'] as const

export const mediaForm: StepForm<NodeOf<'media'>> = {
  group: 'say',
  icon: 'image',
  fresh: () => ({ type: 'media', kind: 'image', next: null }),
  fields: [
    { key: 'kind', kind: 'choice', of: ['image', 'video', 'document', 'audio', 'voice', 'location', 'contact'] },
    { key: 'file', kind: 'file', when: { key: 'kind', is: [...withCaption, 'audio', 'voice'] } },
    { key: 'caption', kind: 'words', limit: 1024, optional: true, when: { key: 'kind', is: withCaption } },
    { key: 'place', kind: 'place', when: { key: 'kind', is: ['location'] } },
    { key: 'card', kind: 'card', when: { key: 'kind', is: ['contact'] } },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
