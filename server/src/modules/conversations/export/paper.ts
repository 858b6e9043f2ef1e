import type { Entry } from './entries.ts'

/** What a page is made of. `page` holds `{page}` and `{pages}`. */
export type Paper = {
  title: string
  facts: readonly (readonly [string, string])[]
  entries: readonly Entry[]
  page: string
  pictures: string
  language: string
}
