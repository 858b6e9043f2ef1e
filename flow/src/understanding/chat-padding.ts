/** What is written in a chat around an answer and says nothing of its own: laughter, letters that are held down, the names people call each other. */

const laughter = /(?<!\p{L})(?:a?(?:j[aeiu]|h[aeu]|rs){2,}[jh]?|k{2,}|lo+l|lmf?ao|xd+)(?!\p{L})/giu
const held = /([aeiou])\1{2,}/giu
const fillers = /(?<=[\p{L}\p{N}][\s,.!]+)(?:nom[aá]s|mesmo|che|bro|dude|parce|weon|né)(?=[\s,.!?\p{Extended_Pictographic}]*$)/giu

/** "No aguanto el dolor" tells how bad it is, and refuses nothing. */
const unbearable =
  /(?<!\p{L})(?:(?:y|e|and) )?(?:(?:ya )?no (?:(?:lo|la) )?(?:aguanto|soporto|doy)(?: m[aá]s)?(?: (?:del?|con|el|la) (?:el |la )?(?:dolor|molestia|muela))?|n[aã]o (?:t[oô] |estou )?(?:aguent(?:o|ando)|suport(?:o|ando))(?: mais)?(?: (?:de |a |essa )?dor)?|(?:i )?can['’]?t (?:take|stand|bear)(?: (?:it|this|the pain))?(?: any ?more)?)(?!\p{L})/giu

/** A text without its padding; as it was where it is nothing else. */
export const withoutPadding = (text: string): string => {
  const plain = text.replace(laughter, ' ').replace(held, '$1').replace(unbearable, ' ')
  const bare = plain.replace(fillers, ' ')
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text
}
