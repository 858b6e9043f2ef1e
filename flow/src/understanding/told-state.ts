import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'

/** How a thing stands answers whether it does: "la misma de siempre", "todas al día", "ya venció", "número equivocado". */

const same =
  /^(?:(?:si|sip|sim|yes|yeah|claro|es|e|its|a|sigue siendo|continua|still) )*(?:(?:la|el|los|las|lo|a|o|os|as|the) )?(?:mism[oa]s?|mesm[oa]s?|same)(?: (?:one|address|number|direccion|endereco|numero|telefono|telefone|de siempre|de sempre|as always|as before|as last time|mismo|mesmo))*$/
const asksRight = / (?:mism[oa]s?|mesm[oa]s?|same|correct[oa]s?|corret[oa]s?|cert[oa]s?|bien|right|titular|vigente|sigue|segue|continua|still|confirm[a-z]*) /
const asksOfChange = / (?:cambi|mud|chang|nuev|nov[oa]|new|otr|outr|other|another|actualiz|atualiz|updat)[a-z]* /

/** "La misma de siempre", to whether it is right. */
export const isTheSame = (text: string, question: string): boolean => {
  const asked = wordsAsked(question)
  return asksRight.test(asked) && !asksOfChange.test(asked) && !text.includes('?') && same.test(plainWords(text))
}

const upToDate =
  /^(?:(?:si|sip|sim|yes|esta|ta|todas?|todos?|tudo|tiene|tem|con|all|its|hes|shes|fully) )*(?:al dia|em dia|up to date|complet[oa]s?)(?: (?:si|sim|yes))*$/
const asksOfVaccines = / (?:vacun|vacin|vaccin)[a-z]* | (?:al dia|em dia|up to date) /
/** "Todas al día", of vaccines. */
export const isUpToDate = (text: string, question: string): boolean => asksOfVaccines.test(wordsAsked(question)) && upToDate.test(plainWords(text))

const ended =
  /^(?:(?:no|nao|ya|ja|se|me|le|it|its|it has|already|hace|mucho) )*(?:vencio|venceu|vencid[oa]|caduco|expiro|expirou|paso|passou|acabo|acabou|expired|ran out|run out|ended|over)(?: (?:ya|ja|la garantia|a garantia|hace .*|ha .*|faz .*|last .*|el mes pasado|mes passado|ayer|ontem|already))*$/
const asksOfLasting = / (?:garantia|warranty|guarantee|vigente|vigencia|valid[oa]?|vigor|activ[oa]|ativ[oa]|plazo) /
/** "Ya venció", of a warranty. */
export const hasEnded = (text: string, question: string): boolean =>
  asksOfLasting.test(wordsAsked(question)) && !/ (?:venc|caduc|expir)/.test(wordsAsked(question)) && !text.includes('?') && ended.test(plainWords(text))

const asksOfPerson = / (?:habl[a-z]*|fal[a-z]*|speaking|talking|comunico) (?:con|com|with|to) /
const wrongPerson =
  /^(?:(?:no|nao|nope|es|e|its|creo que|acho que|i think|you have|youve got|tiene|tem|esta|tas|ta|sorry|perdon|the|un|el|o|a|um) )*(?:wrong (?:number|person)|(?:numero|persona|pessoa) (?:equivocad[oa]|errad[oa])|equivocad[oa]|enganado|engano)$/
/** "Número equivocado", to whether one speaks with somebody. */
export const isAnotherPerson = (text: string, question: string): boolean =>
  asksOfPerson.test(wordsAsked(question)) && !text.includes('?') && wrongPerson.test(plainWords(text))
