import { wordsAsked } from './beside-the-question.ts'
import { fold, withoutManners } from './fold.ts'

/** What is well is no yes to a question after harm: "looks fine" to "is it damaged?", "todo bien" to "¿le duele algo?". */

const harm =
  /(?<= )(?:danad[oa]s?|danos?|defectuos[oa]s?|rot[oa]s?|mal|mala|dolor|duele|molest[a-z]+|error[a-z]*|fall[oa]s?|damaged|broken|wrong|faulty|pain|hurts?|defeitos?|quebrad[oa]s?|estragad[oa]s?|dor|doi|quejas?|dudas?|duvidas?|questions?|preguntas?|perguntas?)(?= )/
const plain = /^(?:s|si|sip|sim|yes|yeah|yep|yup|claro|asi es|correcto|exacto|afirmativo|right|correct|indeed|obvio|por supuesto|of course)(?= |$)/
const praise =
  /(?:^| )(?:bien|bem|fine|good|great|ok|okay|perfect[oa]?|perfeit[oa]|genial|excelente|otim[oa]|impecable|certo|certinho|clarisimo|clear|entendid[oa]|entendi|tranquilo|resolvido|resuelto)(?= |$)/

const said = (text: string): string => withoutManners(fold(text))

/** Whether a question after harm is answered with praise, which may say either. */
export const praisesInstead = (text: string, question: string): boolean => harm.test(wordsAsked(question)) && praise.test(said(text)) && !plain.test(said(text))

/** "No, todo bien". */
const spared =
  /^(?:no|nop|nope|nao|nah|ninguna|nenhuma|none|zero|cero) (?:(?:re|super|very|bien|todo|tudo|all|its|esta|ta|estoy|estou|im|quedo|salio|llego|everything is|it is|it was|its all|muy|me quedo|ficou|bem) )*(?:bien|bem|fine|good|ok|okay|perfecto|perfeito|great|claro|clarisimo|claro todo|clear|certo|certinho|entendid[oa]|resuelto|resolvido|tranquilo)$/

/** Whether harm is denied and praise confirms it. */
export const isSpared = (text: string, question: string): boolean => harm.test(wordsAsked(question)) && !text.includes('?') && spared.test(said(text))
