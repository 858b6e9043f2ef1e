/** What people say when they take back what they have just written; "este jueves no, el otro" counts on from it. */
const words =
  '(?:(?:no|ay|uy|ah|ops|oops)[,.]? )?(?:perd[oó]n|perdona|disculp[ae]|digo|mejor dicho|quise decir|quiero decir|corrijo|me equivoqu[eé]|desculp[ae]|corrigindo|quer dizer|quis dizer|ali[aá]s|ou melhor|sorry|i mean|i meant|correction|scratch that|or rather|(?:mas|pero|but|y|e) (?:bota|coloca|p[oõ]e|deixa|muda|troca|pon[eé]?|ponme|poneme|pongamos|cambi[aá]|make (?:it|that)|put)(?: (?:pra|para|a|it at|it to))?|no wait|wait no|wait|actually|(?:no|n[aã]o|nope)(?=[,;.!…])(?![,;.!…]+ *(?:el|la|o|a|the) (?:otr|outr|sig|pr[oó]x|next|other)))'
const taken = new RegExp(`(?<=[\\p{L}\\p{N}])\\s*(?:[,;.!?…(]+\\s*|\\s)(?:${words}\\s*)+(?:[,:;.!…]+\\s*|\\s)(?=\\S)`, 'giu')

type Parts = { before: string; after: string }

/** The parts of a text around the last place where a pattern, which has to be global, is found; null where it is nowhere. */
export const aroundLast = (text: string, pattern: RegExp): Parts | null => {
  const last = [...text.matchAll(pattern)].at(-1)
  return last === undefined ? null : { before: text.slice(0, last.index), after: text.slice(last.index + last[0].length) }
}

/** The parts of a text around the last place where its writer corrects it ("a las 3, perdón, a las 4"); null where nobody does. */
export const correctedParts = (text: string): Parts | null => aroundLast(text, taken)
