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

/** What an answer says that tells how the matter of the question stands; null where it tells something else too. */
export const toldOfMatter = (text: string, question: string, language: Language): 'yes' | 'no' | null => {
  if (text.length > longest || text.includes('?')) return null
  const asked = wordsAsked(question)
  if (asksToChoose(asked, language)) return null
  const said = plainWords(text)
  const about = matters.filter(({ asked: told, unless }) => told.test(asked) && unless?.test(asked) !== true)
  const isNo = about.some(({ no }) => no?.test(said))
  const isYes = about.some(({ yes }) => yes?.test(said))
  return isNo === isYes ? null : isNo ? 'no' : 'yes'
}
