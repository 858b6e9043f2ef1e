import type { FlowNodeType } from '@chasqui/contracts'
import { ArrowRightLeft, CircleCheck, Clock, CornerDownRight, Hand, ListTree, MessageSquareText, TextCursorInput, Variable } from 'lucide-react'
import type { StepKind } from './fields.ts'

/** Drafts may be unfinished, and yet a required text holds at least one character: nothing is kept as a blank. */
export const nothing = ' '

const days = 60 * 60 * 24
const asking = [
  { key: 'invalidText', kind: 'words', limit: 1024, lines: 2 },
  { key: 'retries', kind: 'number', min: 0, max: 10 },
  { key: 'timeout', kind: 'timeout' },
] as const

/** Every type of step. Forgetting one is a type error. */
export const stepKinds: { [Type in FlowNodeType]: StepKind<Type> } = {
  message: {
    group: 'say',
    icon: MessageSquareText,
    fresh: () => ({ type: 'message', text: nothing, next: null }),
    fields: [{ key: 'text', kind: 'words', limit: 4096, required: true }],
  },
  menu: {
    group: 'ask',
    icon: ListTree,
    fresh: ({ option }) => ({
      type: 'menu',
      text: nothing,
      style: 'auto',
      options: [1, 2].map((number) => ({ id: `${number}`, label: option(number), words: [], next: null })),
      retries: 2,
      onInvalid: null,
      timeout: { seconds: days, next: null },
    }),
    fields: [
      { key: 'text', kind: 'words', limit: 1024, required: true },
      { key: 'options', kind: 'options', most: 30 },
      { key: 'style', kind: 'choice', options: ['auto', 'buttons', 'list', 'numbers'] },
      { key: 'button', kind: 'line', limit: 20 },
      { key: 'saveAs', kind: 'variable', optional: true },
      ...asking,
    ],
  },
  input: {
    group: 'ask',
    icon: TextCursorInput,
    fresh: () => ({
      type: 'input',
      text: nothing,
      expect: 'text',
      saveAs: 'answer',
      retries: 2,
      onInvalid: null,
      skipWords: [],
      timeout: { seconds: days, next: null },
      next: null,
    }),
    fields: [
      { key: 'text', kind: 'words', limit: 4096, required: true },
      { key: 'expect', kind: 'choice', options: ['text', 'email', 'phone', 'number', 'date', 'time', 'datetime', 'yes_no', 'document', 'any'] },
      { key: 'saveAs', kind: 'variable' },
      { key: 'saveToContact', kind: 'choice', options: ['name', 'email', 'company', 'city'], optional: true },
      { key: 'min', kind: 'number', optional: true, when: ['text', 'email', 'phone', 'number'] },
      { key: 'max', kind: 'number', optional: true, when: ['text', 'email', 'phone', 'number'] },
      { key: 'skipWords', kind: 'words-list', most: 10 },
      ...asking,
    ],
  },
  condition: {
    group: 'logic',
    icon: ArrowRightLeft,
    fresh: () => ({ type: 'condition', all: [], any: [], then: null, otherwise: null }),
    fields: [
      { key: 'all', kind: 'comparisons' },
      { key: 'any', kind: 'comparisons' },
    ],
  },
  delay: {
    group: 'logic',
    icon: Clock,
    fresh: () => ({ type: 'delay', seconds: 60, next: null }),
    fields: [{ key: 'seconds', kind: 'duration', min: 1 }],
  },
  go_to: { group: 'logic', icon: CornerDownRight, fresh: (_, start) => ({ type: 'go_to', node: start }), fields: [{ key: 'node', kind: 'step' }] },
  variable: {
    group: 'data',
    icon: Variable,
    fresh: () => ({ type: 'variable', set: [{ name: 'value', value: '' }], next: null }),
    fields: [{ key: 'set', kind: 'assignments' }],
  },
  transfer_to_agent: {
    group: 'people',
    icon: Hand,
    fresh: () => ({ type: 'transfer_to_agent' }),
    fields: [
      { key: 'text', kind: 'words', limit: 4096 },
      { key: 'note', kind: 'words', limit: 1000, lines: 2 },
    ],
  },
  close: {
    group: 'people',
    icon: CircleCheck,
    fresh: () => ({ type: 'close', reason: 'resolved_by_bot' }),
    fields: [
      { key: 'text', kind: 'words', limit: 4096 },
      { key: 'reason', kind: 'line', limit: 200, required: true },
    ],
  },
}

export const isStepType = (type: unknown): type is FlowNodeType => typeof type === 'string' && Object.hasOwn(stepKinds, type)
