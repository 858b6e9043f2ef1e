/** Languages with complete texts. `es-AR` is Spanish with the few texts that address the person as *vos*. */
export const languages = ['es', 'pt-BR', 'en'] as const
export type Language = (typeof languages)[number]
export type Shown = Language | 'es-AR'

/** Countries of *voseo*; they get the overlay. */
const vos = new Set(['AR', 'UY', 'PY'])

const known = (wanted: string): Language | undefined => languages.find((language) => language.slice(0, 2) === wanted.slice(0, 2).toLowerCase())

/** Texts for the first preference that we have: the person's choice, the tenant's locale, the browser's languages. English if none. */
export const languageFor = (preferences: readonly (string | null | undefined)[]): Language =>
  preferences.flatMap((wanted) => (wanted ? (known(wanted) ?? []) : []))[0] ?? 'en'

/** `es-AR` → `AR`; null for `es`, `es-419`. */
export const regionOf = (tag: string): string | null => /[-_]([A-Za-z]{2})(?:$|[-_])/.exec(tag)?.[1]?.toUpperCase() ?? null

/** The country that the browser's own languages name: all that is known before somebody has signed in. */
export const regionIn = (tags: readonly string[]): string | null => tags.map(regionOf).find((region) => region !== null) ?? null

export const shownIn = (language: Language, country: string | null): Shown => (language === 'es' && country !== null && vos.has(country) ? 'es-AR' : language)

/** The locale that numbers and dates follow: the language of the person in the conventions of the business's country. */
export const localeOf = (language: Shown, country: string | null): string => (country ? `${language.slice(0, 2)}-${country}` : language)
