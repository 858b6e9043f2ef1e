import { complete, isTyped, type Namespace, overlays } from './text-files.ts'

const variables = (words: string) =>
  [...words.matchAll(/\{\{\s*([\w.]+)/g)]
    .map(([, name]) => name ?? '')
    .sort((one, other) => one.localeCompare(other))
    .join(' ')

/** Same keys as the Spanish file, no blanks, the same variables inside. */
const againstSpanish = ({ folder, languages }: Namespace, language: string): string[] => {
  const es = languages.es ?? {}
  const texts = languages[language]
  if (!texts) return [`${folder}/${language}.json is missing`]
  return [
    ...Object.keys(es)
      .filter((key) => !(key in texts))
      .map((key) => `${folder}/${language}.json lacks ${key}`),
    ...Object.keys(texts)
      .filter((key) => !(key in es))
      .map((key) => `${folder}/${language}.json has ${key}, which es.json lacks`),
    ...Object.entries(texts)
      .filter(([, words]) => !words.trim())
      .map(([key]) => `${folder}/${language}.json leaves ${key} empty`),
    ...Object.entries(texts)
      .filter(([key, words]) => es[key] !== undefined && variables(words) !== variables(es[key]))
      .map(([key]) => `${folder}/${language}.json uses other variables in ${key} than es.json`),
  ]
}

/** An overlay holds only what differs from Spanish. */
const overlay = ({ folder, languages }: Namespace, language: string): string[] => {
  const es = languages.es ?? {}
  return Object.entries(languages[language] ?? {}).flatMap(([key, words]) => {
    if (!(key in es)) return [`${folder}/${language}.json has ${key}, which es.json lacks`]
    if (variables(words) !== variables(es[key] ?? '')) return [`${folder}/${language}.json uses other variables in ${key} than es.json`]
    return words === es[key] ? [`${folder}/${language}.json repeats ${key} without change`] : []
  })
}

export const fileProblems = (source: string, namespace: Namespace): string[] => [
  ...complete.flatMap((language) => againstSpanish(namespace, language)),
  ...overlays.flatMap((language) => overlay(namespace, language)),
  ...namespace.strangers.map((language) => `${namespace.folder}/${language}.json is in a language that nothing shows`),
  ...(isTyped(source, namespace) ? [] : [`${namespace.folder}/${namespace.name}.d.ts is missing: its keys are not typed`]),
]

const escape = (words: string) => words.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
/** Every string and template of the code as a pattern for keys: `setup.${key}.title` stands for each `setup.….title`. */
const patternsIn = (code: string): RegExp[] =>
  [...code.matchAll(/'([\w.:-]+)'|"([\w.:-]+)"|`([\w.:-]*(?:\$\{[^`]*?\}[\w.:-]*)+)`/g)].map(([, single, double, template]) => {
    const plain = single ?? double
    const body =
      plain === undefined
        ? (template ?? '')
            .split(/\$\{[^}]*\}+/)
            .map(escape)
            .join('.+')
        : escape(plain)
    return new RegExp(`^(?:\\w+:)?${body.replace(/^\w+:/, '')}$`)
  })

const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')

/** Texts that no code shows. */
export const unusedKeys = (namespace: Namespace, code: string): string[] => {
  const patterns = patternsIn(code)
  return Object.keys(namespace.languages.es ?? {})
    .filter((key) => !patterns.some((pattern) => pattern.test(key) || pattern.test(withoutPlural(key))))
    .map((key) => `${namespace.folder}/es.json has ${key}, which no code shows`)
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const spoken = /(?<![=-])>\s*([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*)<\/|\b(?:aria-label|title|placeholder|alt|label|hint)="([^"]*\p{L}{2}[^"]*)"/gu
/** Names of things that are the same in every language. */
const names = new Set(['Chasqui'])

/** Words written into a component instead of a text file. */
export const hardCoded = (path: string, code: string): string[] =>
  [...withoutComments(code).matchAll(spoken)]
    .map(([, child, attribute]) => (child ?? attribute ?? '').trim())
    .filter((words) => !names.has(words))
    .map((words) => `${path} says “${words}” without a text file`)
