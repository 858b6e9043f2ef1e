import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import type { Matter } from './matter.ts'
import type { Language } from './language.ts'
import { mattersOfDevices } from './matters-of-devices.ts'
import { mattersOfHealth } from './matters-of-health.ts'
import { mattersOfOrders } from './matters-of-orders.ts'
import { mattersOfPeople } from './matters-of-people.ts'

const matters: Matter[] = [...mattersOfPeople, ...mattersOfHealth, ...mattersOfDevices, ...mattersOfOrders]

/** More is a story. */
const longest = 80

/** A choice between two is answered by one of them, and by no yes; the Portuguese "o" is "the". */
export const asksToChoose = (asked: string, language: Language): boolean => (language === 'pt' ? / (?:u|ou) / : / (?:o|u|ou|or) /).test(asked)

/** "Doble queso", "com gelo e limão", "tira o queijo": how much is wanted of the thing that was asked about. */
const muchOf =
  /^(?:(?:si|sip|sim|yes|yeah) )?(?:doble|dobro de|double|triple|extra|bastante|muit[oa]|much[oa]|lots of|loads of|plenty of|harto|harta|con|com|with|un poco de|um pouco de|a bit of|some) (?<what>[a-z]{3,})(?: (?:y|e|and) [a-z]+)?(?: (?:por favor|please|nomas|sim))?$/
const takenOff =
  /^(?:tira|tire|sacale|saca|saque|quitale|quita|quite|hold|take off|retira|sem|sin|without|skip) (?:(?:o|a|el|la|the|los|las) )?(?<what>[a-z]{3,})(?: (?:por favor|please|pf))?$/

/** What an answer says that tells how the matter of the question stands; null where it tells something else too. */
export const toldOfMatter = (text: string, question: string, language: Language): 'yes' | 'no' | null => {
  if (text.length > longest || text.includes('?')) return null
  const asked = wordsAsked(question)
  if (asksToChoose(asked, language)) return null
  const said = plainWords(text)
  const off = takenOff.exec(said)?.groups?.['what']
  if (off !== undefined && asked.includes(` ${off} `)) return 'no'
  const much = muchOf.exec(said)?.groups?.['what']
  if (much !== undefined && asked.includes(` ${much} `)) return 'yes'
  const about = matters.filter(({ asked: told, unless }) => told.test(asked) && unless?.test(asked) !== true)
  const isNo = about.some(({ no }) => no?.test(said))
  const isYes = about.some(({ yes }) => yes?.test(said))
  return isNo === isYes ? null : isNo ? 'no' : 'yes'
}
