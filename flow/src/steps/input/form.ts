import type { NodeOf } from '../../engine/nodes.ts'
import type { StepForm } from '../../form.ts'
import { askingFields, freshAsking } from '../asking-fields.ts'

/** What has a length or a value to bound, and words that a pattern may be in. An e-mail or a phone has a form of its own. */
const bounded = ['text', 'number', 'any'] as const

export const inputForm: StepForm<NodeOf<'input'>> = {
  group: 'ask',
  icon: 'text-cursor-input',
  fresh: () => ({ type: 'input', text: '…', expect: 'text', saveAs: 'answer', skipWords: [], next: null, ...freshAsking() }),
  fields: [
    { key: 'text', kind: 'words', limit: 4096 },
    {
      key: 'expect',
      kind: 'choice',
      of: ['text', 'email', 'phone', 'number', 'any', 'date', 'time', 'datetime', 'yes_no', 'document', 'rating', 'consent', 'location', 'file', 'photo'],
      proposes: { key: 'saveToContact', by: { email: 'email' } },
    },
    {
      key: 'documents',
      kind: 'choices',
      of: ['cpf', 'cnpj', 'cuit', 'rut', 'rfc', 'curp', 'dni', 'nif'],
      most: 8,
      optional: true,
      when: { key: 'expect', is: ['document'] },
    },
    { key: 'scale', kind: 'number', min: 3, max: 10, optional: true, when: { key: 'expect', is: ['rating'] } },
    { key: 'hours', kind: 'hours', optional: true, when: { key: 'expect', is: ['time', 'datetime'] } },
    { key: 'past', kind: 'toggle', optional: true, when: { key: 'expect', is: ['date'] } },
    { key: 'saveAs', kind: 'variable' },
    { key: 'saveToContact', kind: 'choice', of: ['name', 'email', 'company', 'city'], optional: true, when: { key: 'expect', is: ['text', 'email', 'any'] } },
    { key: 'next', kind: 'next', null: 'ends' },
    { key: 'min', kind: 'number', optional: true, more: true, when: { key: 'expect', is: bounded } },
    { key: 'max', kind: 'number', optional: true, more: true, when: { key: 'expect', is: bounded } },
    { key: 'pattern', kind: 'line', limit: 500, optional: true, more: true, when: { key: 'expect', is: bounded } },
    { key: 'confirm', kind: 'toggle', optional: true, more: true, when: { key: 'expect', is: ['text', 'email', 'phone', 'number', 'rating'] } },
    {
      key: 'voice',
      kind: 'toggle',
      optional: true,
      more: true,
      when: { key: 'expect', is: ['text', 'email', 'phone', 'number', 'date', 'time', 'datetime', 'yes_no', 'document', 'rating'] },
    },
    { key: 'skipWords', kind: 'words-list', most: 10, limit: 60, more: true },
    ...askingFields,
  ],
}
