import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import { fold } from './fold.ts'

/** Who leaves it for another time, or passes, takes nothing now: "deixa pra próxima", "por ahora paso", "maybe next time". */

const turn = '(?:vez|ocasion|oportunidad|ocasiao|oportunidade)'
const another = '(?:otr[oa]|outr[oa]) (?:dia|momento|hora|horario)'
const hedges =
  '(?:(?:muy caro|muito caro|caro|carisimo|carissimo|salgado|too expensive|too much|too dear|achei|esta|ta|its|thats|un poco|um pouco|a bit|no|nao|nah|nope|pues|bueno|mejor|melhor|sera|seria|quiza|quizas|tal vez|talvez|capaz|seguro|quem sabe|acho que|creo que|vou|vamos|va a ser|vai|eu|yo|isso|eso|maybe|perhaps|probably|possibly|ill|i will|we will|well|lets|let us|may|might|but|thanks|then|entao|entonces|im|i am|i think|think|gonna|going to) )*'
const leaving =
  '(?:(?:lo|la|le|me|o|a) )?(?:dej[oea]|dejar|dejamos|dejaremos|dejemos|dejemoslo|dejarlo|dejarla|dejalo|dejala|dejelo|queda|quedar|quedamos|deix[oae]|deixar|deixamos|fic[ao]|ficar)(?: (?:lo|la|isso|eso|mejor|melhor|mesmo))*'
const spanish = `(?:${leaving} )?(?:(?:para|pa|en|a) )?(?:la|una|alguna) (?:proxima|futura)(?: ${turn})?|(?:para|pa|en) (?:alguna )?otra ${turn}|(?:otra vez|la otra) sera|sera (?:para |en )?(?:la |una )?otra(?: ${turn})?|${leaving} (?:para|pa) (?:(?:la |una )?otra(?: ${turn})?|despues|luego|mas adelante|mas tarde|${another})|otro dia sera|sera otro dia`
const portuguese = `(?:${leaving} )?(?:pra|para|na|numa|em|a) (?:a |uma )?(?:proxima|futura)(?: ${turn})?|(?:pra|para|em|numa) outra ${turn}|${leaving} (?:pra|para) (?:(?:a |uma )?outra(?: ${turn})?|depois|mais tarde|mais pra frente|${another})`
const english =
  '(?:next time|(?:(?:take|have|get) )?(?:a )?rain ?check(?: on (?:that|it|this))?|(?:leave|skip) (?:it|that|this)(?: one)?(?: for now| for today| this time| today)|(?<=ill |will |gonna |to )(?:leave|skip|pass)(?: (?:it|that|this|on (?:it|that|this)))?|give (?:it|that|this) a miss|sit this (?:one )?out|hold off(?: for now| on that| on it)?)'
const now =
  '(?:por|de|en|d?essa|d?esta|n?essa|n?esta) (?:ahora|el momento|momento|hoy|vez|esta vez|esta ocasion|esta oportunidad|enquanto|hoje)|(?:d|n)?(?:esta|essa) vez|esta ocasion|agora|for now|this time|for today'
const passing = `(?:(?:${now}) )?(?:yo |eu )?(?:la |essa eu |esta la |esta )?(?:paso|pasamos|voy a pasar|pasaria|passo|passamos|vou passar|passaria|pass)(?: (?:dessa|desta|essa|esta|de esta|la de esta))?`

const putting = new RegExp(
  `^${hedges}(?:${[spanish, portuguese, english].join('|')})(?: (?:sera|mejor|melhor|entonces|entao|mesmo|quizas?|tal vez|talvez|quem sabe|maybe|then|si dios quiere|si|thanks|gracias|obrigad[oa]|${now}))*$`,
)
const passed = new RegExp(
  `^(?:(?:la verdad|achei|esta|ta|its|thats|me parece|un poco|um pouco|a bit) )*(?:muy |muito |too |re |meio |medio )?(?:car[oa]|carisim[oa]|carissim[oa]|salgad[oa]|expensive|pricey|dear|steep|much)(?: [a-z]+){0,2}? (?:(?:yo |eu |mejor |i |ill |entonces |entao )*(?:paso|passo|vou passar|voy a pasar|pass|leave it|skip it))$|^${hedges}(?:${passing}(?: (?:${now}))+|(?:${now}) (?:yo |eu )?(?:paso|pasamos|passo|passamos|voy a pasar|vou passar|pass)|esta la paso|esta paso|(?:eu )?passo|vou passar (?:essa|esta)|essa (?:eu )?passo)$`,
)
/** Where an hour or a day was asked about, another one may be wished for. */
const anotherTime = new RegExp(
  `^${hedges}(?:(?:para|pa|en|pra|em|num|numa) )?(?:${another}|(?:some |an)other (?:time|day))(?: (?:sera|quizas?|tal vez|talvez|quem sabe|maybe|then|thanks))*$`,
)
const asksOfTime =
  / (?:turno|cita|hora|horario|dia|fecha|visita|consulta|agend[a-z]*|reserv[a-z]*|confirm[a-z]*|marc[a-z]*|data|lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda|terca|quarta|quinta|sexta|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hoy|hoje|today|manana|amanha|tomorrow|tonight|appointment|book[a-z]*|slot|time|day|schedul[a-z]*|come|make it|pued[a-z]*|pod[a-z]*|consegue|sirve|serve|suit|work|\d[a-z\d]*) /

/** "¿Lo dejamos en la portería?", "¿pasa hoy?": there the words may say what was asked. */
const asksSo = / (?:dej|deix|leav|pas|pass|qued|fic)[a-z]* | (?:proxim|next|otr|outr|another)[a-z]* /

const turning = / (?:si|sip|sim|yes|yeah|pero|mas|but|if|cuando|quando|when|claro|dale|ok) /

/** Whether what was asked is put off or passed on. */
export const putsOff = (text: string, question: string): boolean => {
  if (text.length > 90 || text.includes('?')) return false
  const said = plainWords(text)
  const asked = wordsAsked(question)
  if (anotherTime.test(said)) return /[a-z]/.test(asked) && !asksOfTime.test(asked) && !asksSo.test(asked)
  if (asksSo.test(asked)) return false
  if (putting.test(said) || passed.test(said)) return true
  // "Tô sem grana, fica pra próxima".
  const [last = '', ...before] = text
    .split(/[,.;!\n]+/)
    .filter((clause) => fold(clause) !== '')
    .reverse()
  return before.length > 0 && !turning.test(` ${fold(before.join(' '))} `) && (putting.test(plainWords(last)) || passed.test(plainWords(last)))
}

/** "Hoy paso" says that one comes by, or passes. */
export const mayComeBy = (text: string, question: string): boolean =>
  /(?<= )(?:paso|passo)(?= )/.test(` ${plainWords(text)} `) &&
  / (?:pas(?:a|as|ar|ara|aras|e|es|en|an)|pass(?:o|a|ar|ara)|recog[a-z]*|retir[a-z]*|busc[a-z]*|vien[a-z]*|ven[a-z]*) /.test(wordsAsked(question))
