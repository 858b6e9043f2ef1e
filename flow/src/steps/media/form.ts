import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

const withCaption = ['image', 'video', 'document'] as const
const ofFile = { key: 'kind', is: [...withCaption, 'audio', 'voice'] } as const
const ofLink = [ofFile, { key: 'source', is: ['link'] }] as const

export const mediaForm: StepForm<NodeOf<'media'>> = {
  group: 'say',
  icon: 'image',
  fresh: () => ({ type: 'media', kind: 'image', source: 'file', next: null, onError: null }),
  fields: [
    { key: 'kind', kind: 'choice', of: ['image', 'video', 'document', 'audio', 'voice', 'location', 'contact'] },
    { key: 'source', kind: 'choice', of: ['file', 'link'], when: ofFile },
    { key: 'file', kind: 'file', when: [ofFile, { key: 'source', is: ['file'] }] },
    { key: 'fileUrl', kind: 'line', limit: 2000, variables: true, optional: true, when: ofLink },
    {
      key: 'fileName',
      kind: 'line',
      limit: 200,
      variables: true,
      optional: true,
      when: [
        { key: 'kind', is: ['document'] },
        { key: 'source', is: ['link'] },
      ],
    },
    { key: 'caption', kind: 'words', limit: 1024, optional: true, when: { key: 'kind', is: withCaption } },
    { key: 'place', kind: 'place', when: { key: 'kind', is: ['location'] } },
    { key: 'card', kind: 'card', when: { key: 'kind', is: ['contact'] } },
    { key: 'next', kind: 'next', null: 'ends' },
    { key: 'onError', kind: 'next', null: 'person', when: ofLink },
  ],
}
