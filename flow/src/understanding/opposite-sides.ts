import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import type { Language } from './language.ts'
import { asksToChoose } from './told-of-matter.ts'

/** "Con tarjeta" to "¿paga en efectivo?", "prefiero retirar" to "¿se lo enviamos?": who names another side than was asked about refuses that one. */

const sidesOf = [
  [
    'efectivo|cash|dinheiro|contado',
    'tarjeta|card|cartao|debito|debit|credito|credit|visa|mastercard',
    'pix|transferencia|transfer|transferir|mercado pago|nequi|yape|deposito|bizum',
  ],
  [
    'auto|carro|coche|driving|drive|car|estacionamiento|estacionamento',
    'colectivo|bus|bondi|micro|onibus|subte|metro|metro|tren|trem|train|taxi|uber|caminando|andando|a pie|a pe|walking|on foot|bici|bicicleta|bike|remis',
  ],
  [
    'retir[a-z]+|recoj[a-z]+|recog[a-z]+|busc[a-z]+|pasar|paso|pick it up|pick up|pickup|collect|collecting|collection|ir ahi|en la tienda|na loja',
    'entrega|entregar|entreguen|envio|envien|enviar|domicilio|delivery|deliver|delivered|manden|motoboy|a casa|em casa|shipped',
  ],
  [
    'presencial|presencialmente|in person|face to face|en persona|no consultorio',
    'online|on line|virtual|virtualmente|video|videollamada|videochamada|zoom|remoto|remote|a distancia|por telefono|over the phone',
  ],
  ['mail|correo|email|e mail', 'text|text it|texts|sms|whatsapp|wpp|whats|wsp|wasap|zap|por aqui|por aca|por ca|here'],
  ['nuev[oa]s?|nov[oa]s?|new|0km|0 km|brand new', 'usad[oa]s?|used|second hand|seminov[oa]s?|segunda mano'],
  ['adentro|dentro|interior|inside|indoors|salon', 'afuera|fuera|terraza|outside|outdoors|fora|varanda|patio|al aire libre|terrace|garden'],
  ['(?<!(?:en|em|a) )casa|house|bungalow', 'departamento|depto|dpto|depa|apartamento|apto|ape|flat|apartment|piso|condominio|predio'],
  ['fri[oa]s?|gelad[oa]s?|helad[oa]s?|cold|chilled|iced', 'caliente|calientes|quente|quentes|hot|natural|al tiempo|temperatura ambiente|room temperature'],
  ['soltero|soltera|solteir[oa]|single', 'casad[oa]|married|divorciad[oa]|divorced'],
  ['ida y vuelta|ida e volta|return|round trip', 'solo ida|so ida|so a ida|one way|single|solamente ida'],
  ['macho|male|boy', 'hembra|femea|female|girl'],
  ['hombre|varon|homem|man', 'mujer|mulher|woman'],
  ['dulce|doce|sweet', 'salad[oa]|salgad[oa]|savoury|savory'],
  ['manual|stick|standard', 'automatic[oa]?'],
  ['android|samsung|motorola|xiaomi', 'iphone|ios|apple'],
  ['anual|annual|yearly|por ano', 'mensual|mensal|monthly|por mes|mes a mes'],
  ['elevador|ascensor|lift|elevator', 'escaleras?|escadas?|stairs'],
  ['cambiar|cambiarl[oa]|cambio|trocar|troca|exchange|swap', 'reembolso|devolucion|devolucao|refund|mi dinero|meu dinheiro|money back'],
  ['abiert[oa]|abert[oa]|open', 'cerrad[oa]|fechad[oa]|closed|shut'],
].map((sides) => sides.map((words) => new RegExp(`(?<= )(?:${words})(?= )`, 'g')))

/** What may stand around the side that is named. */
const little =
  /^(?:fue|foi|was|paid|pague|paguei|hice|fiz|mand[ae]|envi[ae]|send|it|reforma|obras|si|sip|sim|yes|yeah|yep|no|nao|nope|nah|mejor|melhor|prefiero|preferimos|prefiro|preferia|preferiria|prefer|rather|id|i|ill|im|we|were|well|pago|pagamos|vou|voy|vamos|pagar|pay|paying|a|al|en|em|con|com|by|with|on|the|el|la|lo|los|o|as|os|es|e|is|its|it|de|do|da|por|para|pra|ser|seria|vai|va|quiero|quero|want|to|going|go|taking|take|getting|get|coming|come|using|use|usar|using|llego|chego|viajo|tengo|tenho|have|got|un|una|um|uma|my|mi|meu|minha|me|te|solo|so|just|only|nomas|mesmo|mismo|mesma|pues|bueno|yo|eu|sera|puede|pode|podria|please|entonces|entao|then|ahi|ai|alla|la|ela|ele|one|vengo|venimos|venho|voy|ando|siempre|sempre|que|sea|seja|better|instead|easier|hacer|fazer|make|do|don|mas|facil)$/
const either = / o /
const refusing = / (?:no|nao|not|sin|sem|without|dont|cant|never|nunca|ni|nem|tambien|tambem|also|ou|or|u|both|ambos|ambas) /
/** A card of the other kind is no other side, and who has one may have the other too. */
const ofCredit =
  / (?:credit[oa]?|debit[oa]?) | (?:tiene|tienes|tenes|tem|have|got|own|cuenta con) (?:una?|uma?|an?|auto|carro|coche|casa|tarjeta|cartao|car|any)(?= )/

/** Whether a side is named instead of, or as, the one that was asked about; null where that is not certain. */
export const sideTold = (text: string, question: string, language: Language): 'yes' | 'no' | null => {
  if (text.length > 60 || text.includes('?')) return null
  const asked = wordsAsked(question)
  if (asksToChoose(asked, language) || ofCredit.test(asked)) return null
  const whole = plainWords(text)
  const said = ` ${/^(?:no|nao|nope|nah) /.test(whole) ? whole.slice(whole.indexOf(' ') + 1) : whole} `
  for (const sides of sidesOf) {
    const of = sides.flatMap((side, at) => (asked.search(side) >= 0 ? [at] : []))
    const to = sides.flatMap((side, at) => (said.search(side) >= 0 ? [at] : []))
    if (of.length !== 1 || to.length !== 1) continue
    const rest = said.replace(sides[to[0]!]!, ' ').trim().split(/\s+/)
    if (
      refusing.test(language === 'pt' ? said.replace(/ no /g, ' ') : said) ||
      (language === 'es' && either.test(said)) ||
      !rest.every((word) => word === '' || little.test(word))
    )
      return null
    return of[0] === to[0] ? (said === ` ${whole} ` ? 'yes' : null) : 'no'
  }
  return null
}
