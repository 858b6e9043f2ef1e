/** `-word` and `-"some words"` where a word could begin; within one (`e-mail`) it is a hyphen. */
const exclusion = /(^|[^\p{L}\p{M}\p{N}])-[\s-]*(?:"[^"]*"?|[^\s"]*)/gu

/** A query for all that it finds before anything is taken out again: what a `-` leads is left away. */
export const withoutExclusions = (query: string): string => query.replaceAll(exclusion, '$1 ').replaceAll(/\s+/g, ' ').trim()
