import type { ChannelAdapter, ProviderTemplate } from '#channels'
import { callGraph, type GraphRoot } from './graph-call.ts'
import { readAnswer } from './graph-answer.ts'
import { list, record, text, words, type Json } from '#platform/foreign-json/loose-json'
import type { CloudSettings } from './settings.ts'
import { reasonIn } from './template-news.ts'

type ReadTemplates = NonNullable<ChannelAdapter<CloudSettings>['templates']>

const fields = 'name,language,status,category,components,quality_score,rejected_reason'
const perPage = 100
/** An account has 6,000 at most (reference 5). */
const mostPages = 60

const small = (value: unknown): string => text(value).toLowerCase()

const componentOf = (template: Json, type: string): Json | undefined =>
  list(template['components'])
    .map(record)
    .find((component) => small(component['type']) === type)

const headerOf = (component: Json | undefined): ProviderTemplate['header'] =>
  component ? { format: small(component['format']) || 'text', text: words(component['text'], 100) ?? null } : null

const buttonsOf = (component: Json | undefined): ProviderTemplate['buttons'] =>
  list(component?.['buttons'])
    .map(record)
    .map((button) => ({ type: small(button['type']), text: text(button['text']), url: words(button['url'], 2100) ?? null }))

const ownParts = new Set(['header', 'body', 'footer', 'buttons'])

/** Null for what has no name to send it by. */
const templateOf = (template: Json): ProviderTemplate | null => {
  const [name, language] = [text(template['name']), text(template['language'])]
  if (name === '' || language === '') return null
  const others = list(template['components'])
    .map((component) => small(record(component)['type']))
    .filter((type) => !ownParts.has(type))
  return {
    name,
    language,
    category: small(template['category']),
    status: small(template['status']),
    reason: reasonIn(template['rejected_reason']),
    // An object with the score and since when it is so, or the score alone.
    quality: small(record(template['quality_score'])['score'] ?? template['quality_score']) || null,
    header: headerOf(componentOf(template, 'header')),
    body: words(componentOf(template, 'body')?.['text'], 33_000) ?? '',
    footer: words(componentOf(template, 'footer')?.['text'], 100) ?? null,
    buttons: buttonsOf(componentOf(template, 'buttons')),
    ...(others.length > 0 && { others }),
  }
}

/** All templates of the business account, page by page. */
export const createTemplates =
  (root: GraphRoot): ReadTemplates =>
  async (account, io) => {
    const templates: ProviderTemplate[] = []
    let after = ''
    for (let page = 0; page < mostPages; page++) {
      const query = new URLSearchParams({ fields, limit: String(perPage), ...(after && { after }) })
      const path = `${encodeURIComponent(account.settings.businessAccountId)}/message_templates?${query}`
      const answer = readAnswer(await callGraph({ root, account, io }, { method: 'GET', path }), account, io.now())
      if (answer.result !== 'done') return { ok: false, error: answer.error }
      templates.push(...list(answer.body['data']).flatMap((one) => templateOf(record(one)) ?? []))
      const paging = record(answer.body['paging'])
      after = text(record(paging['cursors'])['after'])
      if (after === '' || paging['next'] === undefined) break
    }
    return { ok: true, templates }
  }
