import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FlowNodeType } from '../definition.ts'
import { FlowNode } from '../definition.ts'
import { stepGroups } from '../form.ts'
import { behaviourOf } from './behaviours.ts'
import { stepForms } from './forms.ts'

type Texts = {
  name?: string
  about?: string
  groups?: Record<string, string>
  fields?: Record<string, { label: string }>
  choices?: Record<string, Record<string, string>>
  outputs?: Record<string, string>
}

const languages = ['es', 'pt-BR', 'en']
const textsAt = async (folder: string, language: string): Promise<Texts> =>
  ((await import(`${folder}/texts/${language}.json`, { with: { type: 'json' } })) as { default: Texts }).default

const paths = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`)) : [at]

for (const type of Object.keys(stepForms) as FlowNodeType[]) {
  describe(`the step ${type}`, () => {
    const { fields, fresh } = stepForms[type]
    const node: FlowNode = fresh()

    test('begins as its schema wants it', () => assert.deepEqual(FlowNode.parse(node), node))

    test('has a place in the node for every way out that is drawn', () => {
      for (const { path, next } of behaviourOf(node).outputs(node)) {
        const found = path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], node)
        assert.equal(found, next)
      }
    })

    for (const language of languages) {
      test(`has words for its fields, choices and ways out in ${language}`, async () => {
        const [own, shared] = [await textsAt(`./${type}`, language), await textsAt('..', language)]
        assert.ok(own.name && own.about)
        for (const field of fields) {
          assert.ok(own.fields?.[field.key]?.label ?? shared.fields?.[field.key]?.label, field.key)
          if ('of' in field) for (const value of field.of) assert.ok(own.choices?.[field.key]?.[value], `${field.key} ${value}`)
        }
        for (const { id, label } of behaviourOf(node).outputs(node)) assert.ok(label ?? own.outputs?.[id] ?? shared.outputs?.[id], id)
        assert.deepEqual(paths(own).toSorted(), paths(await textsAt(`./${type}`, 'en')).toSorted())
      })
    }
  })
}

test('the drawers of the palette have names', async () => {
  for (const language of languages) assert.deepEqual(Object.keys((await textsAt('..', language)).groups ?? {}), [...stepGroups])
})
