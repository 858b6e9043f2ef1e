import { wordsAsked } from './beside-the-question.ts'
import { fold, withoutManners } from './fold.ts'

/** Who says what is wrong answers whether all is right: "el número está mal", "falta mi apellido", "there's a typo in my name". */

const thing =
  '(?:el|la|los|las|mi|mis|un|una|o|os|a|as|meu|minha|meus|minhas|um|uma|the|my) (?:(?!no |nao |not |isnt )[a-z]+ ){0,3}(?!no |nao |not |isnt )[a-z]+'
const amiss = '(?:mal|errad[oa]s?|equivocad[oa]s?|incorrect[oa]s?|incorret[oa]s?|wrong|misspel(?:led|t)|outdated|desactualizad[oa]s?|desatualizad[oa]s?)'
const being = '(?:esta|estan|estao|ta|tao|es|son|e|sao|is|are|was)'
const fault = '(?:error|errores|erro|erros|fallo|mistake|typo|dato (?:mal|equivocado)|dado errado|letra de mas)'
const kinds = [
  `${thing} ${being} ${amiss}(?: (?:escrit[oa]s?|puest[oa]s?|anotad[oa]s?|digitad[oa]s?|spelled|spelt))?`,
  `${being} ${amiss}(?: (?:escrit[oa]s?|puest[oa]s?|anotad[oa]s?|spelled))? ${thing}`,
  `(?:the|my) (?:[a-z]+ )?[a-z]+s wrong`,
  `(?:hay|tiene|tienen|tem|ha|theres|there is|it has|you have)(?: (?:un|una|um|uma|a|an|algun|algum))? ${fault}s?(?: .*)?`,
  `(?:me |le |te )?(?:falta|faltan|falto|faltou|esta faltando|faltando) ${thing}`,
  `(?:wrong|missing) [a-z]+(?: [a-z]+)?`,
]
const told = new RegExp(`^(?:(?:pero|mas|but|es que|casi|quase|almost|creo que|acho que|perdon|sorry) )*(?:${kinds.join('|')})$`)

const asksRight =
  /(?<= )(?:complet[oa]s?|complete|bien|bem|ok|okay|right|corre[ct]\w*|correct\w*|corret\w*|ciert[oa]s?|cert[oa]s?|verdad|confirm\w*|de acuerdo)(?= )/
const asksWrong =
  /(?<= )(?:mal|error\w*|erros?|errad[oa]s?|wrong|mistakes?|problem\w*|inconvenien\w*|falt\w+|cambi\w+|mudar|change|correg\w+|corrig\w+|cancel\w*)(?= )/

/** Whether a fault is told to the question whether all is right. */
export const tellsFault = (text: string, question: string): boolean => {
  const asked = wordsAsked(question)
  if (text.includes('?') || text.length > 80 || !asksRight.test(asked) || asksWrong.test(asked)) return false
  return told.test(withoutManners(fold(text)))
}
