import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'
import { kindOf } from './yes-no-lexicon.ts'

/**
 * Who names a thing of the kind that was asked about has it or wants it: "penicilina" to "¿es alérgico a algo?", "de catupiry" to "quer borda recheada?"; and
 * who adds "si no es molestia" to an offer takes it. What is so understood is read back first.
 */

const asksOfKind =
  / (?:antibiot[a-z]*|alerg[a-z]*|allerg[a-z]*|medic(?:ament|ac|in|ation|ine)[a-z]*|remedi[a-z]*|meds|tablets|suplement[a-z]*|enfermedad[a-z]*|doencas?|condi(?:cion|tion)[a-z]*|cirug[a-z]+|surger[a-z]+|operac[a-z]+|plano de saude|convenio|obra social|prepaga|eps|isapre|insurance|cover|seguro medico) /
const offersThing =
  / (?:quer|querer|querem|quiere|quieres|quieren|queres|desea|deseas|deseja|want|like|lleva|agreg[a-z]+|adicion[a-z]+|inclu[a-z]+|add|gustaria|gostaria|fancy|can i get) (?:.* )?(?:salsas?|molho|sauces?|dip|dips|bebidas?|drinks?|refri|refrigerante|gaseosa|postres?|sobremesa|desserts?|acompanamiento|acompanhamento|sides?|guarnicion|toppings?|borda|borde|extras?|cafe|coffee|entradas?|starters?|recheio|relleno|sabor|algo mas|algo mais|alguma coisa|mais alguma coisa|anything else|something else|adicional|complemento|aderezo|queso|queijo|leche|milk) /

/** Another wish than the thing, a feeling, or a question without its mark. */
const other =
  /(?:^| )(?:forg[oe]t[a-z]*|olvid[a-z]+|esquec[a-z]+|falt[a-z]+|poc[oa]s?|pouc[oa]s?|segund[oa]|second|minut[a-z]+|min|pregunta|pergunta|question|duda|duvida|coisa|cosa|vez|no|nao|not|nunca|never|sin|sem|without|ningun[oa]?|nenhum[a]?|none|nada|nothing|cancel[a-z]*|precio|preco|price|cuanto|quanto|how|what|que|cual|qual|which|cuando|quando|when|donde|onde|where|menu|cardapio|carta|lista|list|info|turno|cita|consulta|appointment|ayuda|ajuda|help|asesor|atendente|human[oa]|agent|persona|depende|quizas?|talvez|maybe|tal vez|creo|acho|think|se|si|if|pero|mas|but|y|e|and|o|ou|or|hola|oi|hello|hoy|hoje|today|manana|amanha|tomorrow|lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda|terca|quarta|quinta|sexta|monday|tuesday|wednesday|thursday|friday|saturday|sunday|luego|depois|later|despues|espera|wait|momento|ok|bien|bem|mal|fine|good|gracias|perdon|sorry|antes|before|algo|something|cualquier[a]?|qualquer|any|otro|otra|outro|outra|other|another|todo|tudo|solo|so|only|just|el|ella|ele|ela|yo|eu|i|you|usted|voce|es|esta|estoy|estou|is|am|are|do|did|hay|tem|jaja|haha|kkk|pues|bueno)(?= |$)/
const lead =
  /^(?:(?:solo|so|just|only|apenas|somente|solamente|nomas|tomo|uso|take|im on|tengo|tenho|have|soy alergic[oa]|sou alergic[oa]|allergic|im allergic|a la|al|a|el|la|o|the|to|un|una|um|uma|an|some|de|com|con|with|unos|unas|umas) )+/
const determined = /^(?:un|una|um|uma|a|an|some|de|com|con|with|unos|unas|\d+|dos|tres|two|three|dois|duas) [a-z]/

const offering =
  / (?:quer|querer|querem|quiere|quieres|queres|quieren|desea|deseas|deseja|necesita|necesitas|precisa|want|need|like|con|com|le|te|lo|la|podemos|shall|can|could|would|gustaria|gostaria) /
const asking =
  /^(?:(?:bueno|bom|dale|ok|pues|claro|sure|yes|si|sim|yeah|oh|well|ah) )?(?:(?:si|se) (?:(?:no|nao) )?(?:es|fuera|for|hay|tiver|houver|te|le|les|se|os)? ?(?:(?:mucha |ninguna )?(?:molestia|problema|incomodo|incomoda|incomodar|inconveniente|molesta|pued[a-z]+|posible|possivel|pudiera[a-z]*|pudieran|der|puder(?:em)?|pode|podem))|if (?:poss|possible|its possible|you can|you could|thats ok|thats okay|its no trouble|its not too much trouble|its no bother|you dont mind|available|youve got one|you have (?:one|it|any)))$/

/** "Water's fine", "behind the bins is ok". */
const suits =
  /^(?!no |nah |nope |nao |ur |you|your|youre |its|thats|im|all|everything|that |it |this |you|he |she |they)(?<what>[a-z]+(?: [a-z]+){0,4}?)(?: is| are| would be| sounds)? (?:fine|ok|okay|good|great|perfect|lovely)$/

/** Whether an answer names such a thing, or takes an offer on a polite condition. */
export const perhapsTakes = (text: string, question: string): boolean => {
  if (text.length > 60 || text.includes('?')) return false
  const [said, asked] = [plainWords(text), wordsAsked(question)]
  if (/ (?:ou|or|u) /.test(asked) || / (?:cancel|anul|elimin|borr|delet|baja)/.test(asked)) return false
  if (asking.test(said)) return offering.test(asked)
  const { what } = suits.exec(said)?.groups ?? {}
  if (what !== undefined && offering.test(asked) && !other.test(what) && kindOf(what) === undefined) return true
  const thing = said.replace(lead, '')
  const words = thing.split(' ')
  if (words.length > 3 || thing.length < 4 || other.test(thing) || !/[a-z]{3}/.test(thing)) return false
  if (words.some((word) => kindOf(word) !== undefined)) return false
  return asksOfKind.test(asked) || (offersThing.test(asked) && (determined.test(said) || words.length <= 2))
}
