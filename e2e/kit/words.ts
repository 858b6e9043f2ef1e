import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'

const web = join(import.meta.dirname, '../../web/src')

type Texts = { [key: string]: string | Texts }
const leaves = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value]] : leaves(value, `${before}${key}.`)))

/** Every text of the web app in one language, as `home: setup.title` → words. */
const textsOf = (language: string): Map<string, string> =>
  new Map(
    globSync(`**/texts/${language}.json`, { cwd: web }).flatMap((file) =>
      leaves(JSON.parse(readFileSync(join(web, file), 'utf8')) as Texts).map(([key, words]): [string, string] => [
        `${basename(join(file, '../..'))}: ${key}`,
        words,
      ]),
    ),
  )

/** Everything that can be read on the screen: texts, names for screen readers, hints and tooltips. */
const readable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node.textContent ?? '')
    for (const element of document.body.querySelectorAll('*'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '')
    return found.map((text) => text.trim()).filter(Boolean)
  })

/** What the demo's data says in Spanish whoever looks: the name of its channel. */
const data = new Set(['Teléfono de prueba'])

/** Variables of flows, which are shown by their names; some texts have keys that look alike. */
const variables = new Set(['name', 'phone', 'email', 'language', 'company', 'city'].map((field) => `contact.${field}`))

/** Words that say nothing about the language are the same in all of them; the short ones happen to be. */
const telling = 12

type Language = 'es' | 'pt-BR' | 'en'
/** What a screen in a language is held against: keys of texts, whole texts that are Spanish only, and the language's own. */
const measureOf = (language: Language) => {
  const [spanish, texts] = [textsOf('es'), textsOf(language)]
  const own = new Set(texts.values())
  const keys = new Set([...spanish.keys()].map((key) => key.split(': ')[1] ?? '').filter((key) => key.includes('.') && !variables.has(key)))
  const foreign = [...spanish].filter(([key, words]) => texts.get(key) !== words && !words.includes('{{') && words.length >= telling && !data.has(words))
  return { own, keys, foreign: new Set(foreign.map(([, words]) => words).filter((words) => !own.has(words))) }
}
const measures = new Map<Language, ReturnType<typeof measureOf>>()
const measureFor = (language: Language) => {
  const measure = measures.get(language) ?? measureOf(language)
  measures.set(language, measure)
  return measure
}

/** Texts of the product itself that end in three dots because there is no room for them. What people wrote may be shortened. */
export const cutWords = async (page: Page, language: Language): Promise<string[]> => {
  const { own } = measureFor(language)
  const cut = await page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow === 'ellipsis' && element.checkVisibility())
      .map((element) => element.textContent?.trim() ?? ''),
  )
  return cut.filter((words) => own.has(words)).map((words) => `cut off: ${words}`)
}

/** How a secret is written in a flow: people are shown it as it is. */
const secretTags = /\{\{secret\.\w+\}\}/g

/** Keys that are shown in place of their words, and whole texts that are shown in Spanish on a screen in another language. */
export const wrongWords = async (page: Page, language: Language): Promise<string[]> => {
  const shown = await readable(page)
  const { keys, foreign } = measureFor(language)
  return shown.flatMap((text) => {
    if (keys.has(text.replace(/^[a-z]+:/, ''))) return [`key instead of words: ${text}`]
    if (/\{\{|\}\}|undefined|NaN|\[object/.test(text.replaceAll(secretTags, ''))) return [`hole in the words: ${text}`]
    return foreign.has(text) ? [`Spanish on a screen in ${language}: ${text}`] : []
  })
}
