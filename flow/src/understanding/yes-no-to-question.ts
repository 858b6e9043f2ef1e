import { isSpared, praisesInstead } from './asked-of-harm.ts'
import { saidToUndo } from './asked-to-undo.ts'
import { withItsAccent } from './bare-si.ts'
import { isBesideQuestion, wordsAsked } from './beside-the-question.ts'
import { answerBeside, isFirstTime, mayBeFirst } from './echoed-words.ts'
import { fold } from './fold.ts'
import { isHindered } from './hindered.ts'
import type { Language } from './language.ts'
import { givesLeave, minded } from './no-worries.ts'
import { nothingElse } from './nothing-else.ts'
import { sideTold } from './opposite-sides.ts'
import { isPleaseFor } from './please.ts'
import { mayComeBy, putsOff } from './put-off.ts'
import { refusedFirst } from './refused-first.ts'
import { plainly } from './regional-words.ts'
import { inFull } from './short-forms.ts'
import { tellsFault } from './told-fault.ts'
import { isSuch, tellsOfOne } from './told-instance.ts'
import { toldOfMatter } from './told-of-matter.ts'
import { withoutExtent } from './matter.ts'
import { triedInVain, withoutOutcome } from './tried-already.ts'
import { hasEnded, isAnotherPerson, isTheSame, isUpToDate } from './told-state.ts'
import { ordersIt, tellsDoneUnasked, verbSaidBack } from './verb-said-back.ts'
import type { YesNo } from './yes-no-lexicon.ts'
import { yesNoIn } from './yes-no.ts'

const hindrance = /problem|inconvenien|objec|drama|issue|trouble/iu

const ofHindrance = (text: string, question: string): boolean => hindrance.test(text) && hindrance.test(question)

/** What an answer says to a question for yes or no. */
export const saidTo = (written: string, question: string, language: Language): YesNo => {
  const whole = withItsAccent(plainly(inFull(written, language), language), question)
  if (triedInVain(whole, question)) return 'yes'
  const tried = withoutOutcome(whole, question)
  return tried !== whole && saidToAll(tried, question, language) === 'yes' ? 'yes' : saidToAll(whole, question, language)
}

const saidToAll = (text: string, question: string, language: Language): YesNo => {
  const said = saidInFull(text, question, language)
  if (said === 'yes' || said === 'no' || text.includes('?')) return said
  const bare = withoutExtent(fold(text))
  const told = bare === fold(text) ? said : saidInFull(withItsAccent(bare, question), question, language)
  if (told === 'yes' || told === 'no') return told
  return said === 'not_understood' ? (saidFirst(text, question, language) ?? said) : said
}

const turningAway =
  / (?:pero|porem|mas|but|si|se|if|cuando|quando|when|mejor|melhor|otr[oa]s?|outr[oa]s?|another|instead|rather|prefer[a-z]*|prefi[a-z]+|talvez|tal vez|maybe|quizas?|creo|acho|think|guess|cancel[a-z]*|espera|wait|despues|luego|depois|later|pregunta|pergunta|duda|duvida|question|mentira|digo|cuanto|quanto|how|what|que|cual|qual|which|donde|onde|where|excepto|except|menos|salvo|unless|solo|so|only|hasta|ate|until|depende|depends|tengo que|deja|let me|aviso|confirmo|cambi[a-z]+|chang[a-z]+|mud[a-z]+|reprogram[a-z]*|remarc[a-z]*|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|amanha|tomorrow|segunda|terca|quarta|quinta|sexta) /
/** The Portuguese "no" is "in the". */
const negative: Record<Language, RegExp> = {
  es: / (?:no|not|cant|never|nunca|sin|ni|nada) /,
  pt: / (?:nao|not|never|nunca|sem|nem|nada) /,
  en: / (?:no|not|dont|cant|wont|never|without|nothing|nah) /,
}
const undoing = / (?:cancel|anul|elimin|borr|desmarc|delet|suspend|baja)/
const takingBack =
  / (?:pero|porem|mas|but|si|sip|sim|se|if|yes|yeah|dale|ok|claro|quiero|quero|puedo|posso|voy|vou|mentira|digo|espera|wait|creo|acho|think|cuando|quando|when) /

/** "Tem sim, é no 5 andar", "ufff no creo, salgo justo": the first clause answers, and the others only say why or how. */
const saidFirst = (text: string, question: string, language: Language): YesNo | null => {
  if (text.length > 100 || yesNoIn(text) !== 'not_understood' || undoing.test(wordsAsked(question))) return null
  const [first = '', ...others] = text.split(/[,.;!\n]+(?!\d)/).filter((clause) => fold(clause) !== '')
  if (others.length === 0) return null
  const rest = ` ${fold(others.join(' '))} `
  const said = saidInFull(withItsAccent(first, question), question, language)
  if (said === 'yes') return turningAway.test(rest) || negative[language].test(rest) ? null : said
  return said === 'no' && !takingBack.test(rest) ? said : null
}

const saidInFull = (text: string, question: string, language: Language): YesNo => {
  const undone = saidToUndo(text, question)
  if (undone !== null) return undone
  if (mayComeBy(text, question) || mayBeFirst(text, question)) return 'unsure'
  if (ordersIt(text, question)) return 'yes'
  const isRefused = [tellsFault, isSpared, putsOff, isHindered, hasEnded, isAnotherPerson].some((refuses) => refuses(text, question))
  const closed = isRefused ? 'no' : nothingElse(text, question)
  if (closed !== null) return closed
  if (givesLeave(text, question) || isFirstTime(text, question)) return 'yes'
  const said = yesNoIn(refusedFirst(text) ?? text)
  if (said === 'no') return isBesideQuestion(text, question) || ofHindrance(text, question) ? 'unsure' : 'no'
  // "É pra mim", to whether it is for a daughter; "continua", to whether it stopped.
  if (said === 'yes' && / (?:para|pra|for|continua|segue|sigue|sigo) /.test(` ${fold(text)} `) && toldOfMatter(text, question, language) === 'no') return 'no'
  const isTold = [isPleaseFor, tellsOfOne, isTheSame, isSuch, isUpToDate].some((tells) => tells(text, question))
  const verb = said === 'yes' ? null : isTold ? 'yes' : verbSaidBack(text, question)
  const meant =
    said === 'yes' ? said : (verb ?? sideTold(text, question, language) ?? toldOfMatter(text, question, language) ?? answerBeside(text, question, language))
  // "Continua o problema" tells of it, and of no yes; "problema resolvido" does.
  const isAstray =
    meant === 'yes' &&
    (praisesInstead(text, question) || minded(text, question) || tellsDoneUnasked(text, question) || (verb === null && ofHindrance(text, question)))
  return isAstray ? 'unsure' : meant
}
