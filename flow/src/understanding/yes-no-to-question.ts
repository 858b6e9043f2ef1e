import { isSpared, praisesInstead } from './asked-of-harm.ts'
import { saidToUndo } from './asked-to-undo.ts'
import { withItsAccent } from './bare-si.ts'
import { isBesideQuestion } from './beside-the-question.ts'
import { answerBeside, isFirstTime, mayBeFirst } from './echoed-words.ts'
import { isHindered } from './hindered.ts'
import type { Language } from './language.ts'
import { givesLeave, minded } from './no-worries.ts'
import { nothingElse } from './nothing-else.ts'
import { isPleaseFor } from './please.ts'
import { mayComeBy, putsOff } from './put-off.ts'
import { refusedFirst } from './refused-first.ts'
import { inFull } from './short-forms.ts'
import { tellsFault } from './told-fault.ts'
import { isSuch, tellsOfOne } from './told-instance.ts'
import { hasEnded, isAnotherPerson, isTheSame, isUpToDate } from './told-state.ts'
import { ordersIt, tellsDoneUnasked, verbSaidBack } from './verb-said-back.ts'
import type { YesNo } from './yes-no-lexicon.ts'
import { yesNoIn } from './yes-no.ts'

const hindrance = /problem|inconvenien|objec|drama|issue|trouble/iu

const ofHindrance = (text: string, question: string): boolean => hindrance.test(text) && hindrance.test(question)

/** What an answer says to a question for yes or no. */
export const saidTo = (written: string, question: string, language: Language): YesNo => {
  const text = withItsAccent(inFull(written, language), question)
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
  const isTold = [isPleaseFor, tellsOfOne, isTheSame, isSuch, isUpToDate].some((tells) => tells(text, question))
  const verb = said === 'yes' ? null : isTold ? 'yes' : verbSaidBack(text, question)
  const meant = said === 'yes' ? said : (verb ?? answerBeside(text, question, language))
  // "Continua o problema" tells of it, and of no yes; "problema resolvido" does.
  const isAstray =
    meant === 'yes' &&
    (praisesInstead(text, question) || minded(text, question) || tellsDoneUnasked(text, question) || (verb === null && ofHindrance(text, question)))
  return isAstray ? 'unsure' : meant
}
