/** A piece of a text and the face that it is set in: words, or pictures such as 👋. */
export type Run = { text: string; font?: 'Emoji' }

/** Pictures, each with all that belongs to it: colours of skin, joined ones, flags, keycaps. What a face for words has as well stays words. */
const pictures = /(?![©®™])(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)/gv
/** Signs that the face for words has not: other scripts with their digits and marks, and what they are punctuated with. */
const unknown =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}[\p{N}&&\p{Script=Common}][[\p{P}\p{Z}\p{Sc}]--[\u3000-\u303F\uFF00-\uFFEF]]\n\t+<=>\|~^`©®™°]/gv
/** What only tells how the sign before it is to be shown. */
const joiners = /\p{Join_Control}|\p{Variation_Selector}/gu

/** Stands for a sign that no face has; the face for words has no such box itself. */
const box: Run = { text: '◻', font: 'Emoji' }

const words = (text: string): Run[] => {
  const parts = text.replaceAll(joiners, '').replaceAll('•', '·').split(unknown)
  return parts.flatMap((part, index) => [...(index > 0 ? [box] : []), ...(part === '' ? [] : [{ text: part }])])
}

/** A text in the pieces that the pages are set of. What neither face has is a box. */
export const runsOf = (text: string): Run[] => {
  const runs: Run[] = []
  let from = 0
  for (const found of text.matchAll(pictures)) {
    runs.push(...words(text.slice(from, found.index)), { text: found[0], font: 'Emoji' })
    from = found.index + found[0].length
  }
  return [...runs, ...words(text.slice(from))]
}
