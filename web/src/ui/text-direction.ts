/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Phone numbers and the like, in groups of figures. */
const figures = /\+?\d(?:[\s().-]*\d){5,}/gu

/** A text cut so that groups of figures among right-to-left words can be set from left to right; else they would change places. */
export const withFigures = (text: string): { text: string; figures: boolean }[] => {
  if (!rightToLeft.test(text)) return [{ text, figures: false }]
  const parts: { text: string; figures: boolean }[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(figures)) {
    if (index > from) parts.push({ text: text.slice(from, index), figures: false })
    parts.push({ text: found, figures: true })
    from = index + found.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), figures: false })
  return parts
}

/** Which way a text runs, by its first letter; signs, figures and emoji do not decide. Null where there is none. */
export const directionOf = (text: string): 'ltr' | 'rtl' | null => {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter === undefined ? null : rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
