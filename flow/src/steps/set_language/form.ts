import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'

export const setLanguageForm: StepForm<NodeOf<'set_language'>> = {
  group: 'act',
  icon: 'languages',
  fresh: () => ({ type: 'set_language', language: 'es', next: null }),
  fields: [
    { key: 'language', kind: 'choice', of: ['es', 'pt-BR', 'en'] },
    { key: 'next', kind: 'next', null: 'ends' },
  ],
}
