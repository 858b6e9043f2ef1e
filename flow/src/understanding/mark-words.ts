/** What a mark from 1 to 5 is called besides its number and its own words, in Spanish, Portuguese and English; only words that can be no other mark. */
const words = [
  'pésimo|pésima|malísimo|malísima|horrible|terrible|un desastre|péssimo|péssima|horrível|terrível|awful|the worst|😡|🤬',
  'poor',
  'más o menos|mais ou menos|average|meh',
  '',
  'excelente|genial|perfecto|perfecta|buenísimo|buenísima|espectacular|maravilloso|maravillosa|ótimo|ótima|perfeito|perfeita|maravilhoso|maravilhosa|great|excellent|perfect|amazing|awesome|fantastic|😍|🤩|🥰',
].map((line) => line.split('|').filter(Boolean))

/** The words for a mark from 1 to 5. */
export const wordsOfMark = (mark: number): string[] => words[mark - 1] ?? []

/** The mark in "4/5", "4 de 5"; null for other texts, and on other scales: "4/10" is no four. */
export const markOutOfFive = (text: string): number | null => {
  const mark = /^\s*(?<mark>[1-5])\s*(?:\/|de|em|of|out of)\s*5\P{L}*$/iu.exec(text)?.groups?.['mark']
  return mark === undefined ? null : Number(mark)
}
