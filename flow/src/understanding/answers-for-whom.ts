import type { Wish } from './wish.ts'
import { inWords } from './wish.ts'

/** For whom something is and how many they are: "es para mi nena" of "Mi hijo/a", "my husband" of "Someone else", "somos dos" of "Doble". */

const whole = (rows: RegExp | RegExp[], said: string): Wish => ({
  said: new RegExp(
    `^ (?:(?:hola|es|e|its|it|is|seria|sera|just|only|solo|so|somente|apenas|para|pra|pro|for|the|a|de|do|da|o|el|la|quiero|quero|una|uma|one|pues|eh|y|yo|eu|nomas) )*(?:${said})(?: (?:nomas|mesm[oa]|mism[oa]|solo|only|no mas|personas?|pessoas?|people|total|tho|porfa)){0,3} $`,
    'g',
  ),
  rows: [rows].flat(),
})

const someone =
  /\b(?:para (?:otra persona|alguien mas|otro|un familiar|terceros)|otra persona|outra pessoa|someone else|somebody else|another person|outra|um familiar|un familiar|family member|relative)\b/
const mine = '(?:mi|mis|meu|minha|meus|minhas|my|un|una|um|uma|a|our|nuestr[oa]|noss[oa]|otra|outra|otro|outro|el|la|o)'
const children =
  '(?:hij[oa]s?|hijit[oa]|nen[ea]s?|nin[oa]s?|beb[ea]|bebe|bebit[oa]|chamac[oa]|filh[oa]s?|filhinh[oa]|nenem|menin[oa]|crianca|bb|son|daughter|kids?|child|children|baby|toddler|little (?:one|boy|girl))'
const adults =
  '(?:mama|papa|madre|padre|viej[oa]|mami|papi|herman[oa]|espos[oa]|marid(?:o|inho)|mujer|novi[oa]|abuel[oa]|ti[oa]|suegr[oa]|sobrin[oa]|amig[oa]|mae|pai|irma|irmao|mulher|namorad[oa]|avo|sogr[oa]|mom|mum|dad|mother|father|brother|sister|wife|husband|girlfriend|boyfriend|partner|friend|grandma|grandmother|grandfather|grandpa|niece|nephew|aunt|uncle|pareja|companer[oa]|companheir[oa]|jefe|jefa|chefe|boss|familiar)'
const forWhom = '(?:(?:es|e|its|it|is|seria) )?(?:(?:para|pra|pro|for|do|da|de) )?'
const notJoined = '(?! (?:y|e|and) )'
const old = '(?: (?:de |que tem |que tiene |of )?[0-9]+ (?:anos|anitos|aninhos|meses|years?|yrs?|yo|yr old|year old|months?)(?: old)?)?'

const single = /\b(?:single|individual|simple|sencill[ao]|solteiro|personal)\b/
const double = /\b(?:doble|double|duplo|dupla|matrimonial|casal)\b/
const triple = /\b(?:triple|triplo|tripla)\b/
const family = [/\b(?:famil\w*)\b/, /\b(?:cuadruple|quadruplo|quadrupl[ae]|quad)\b/]
const couple = `(?:(?:con|com|with|y|e|and|me|yo|eu|mi|my|meu|minha|the|vou|voy|viajo|esposa y) )*(?:espos[oa]|marido|mujer|novi[oa]|pareja|mulher|namorad[oa]|wife|husband|girlfriend|boyfriend|partner)(?: (?:y|e|and) (?:yo|eu|me|i|myself))?`
const being = '(?:(?:somos|seremos|vamos|viajamos|there|theres|we|were|are|us|vamos a ser|nos|iremos|estamos) )*'

export const answersForWhom: Wish[] = [
  {
    said: inWords(
      `${forWhom}${mine} ${children}${old}${notJoined}`,
      `${forWhom}(?:my |mi |meu |minha )?[0-9]+ (?:yr|year|years|yo|month|anos|anitos|meses)(?: old)?(?: (?:${children}))?`,
    ),
    rows: [
      /^(?:(?:es|e|its|para|pra|for) )?(?:(?:mi|meu|minha|my|un|una|um|uma|a) )?(?:hij|filh|nin|crianca|child|kid|son\b|daughter|menor|bebe|baby)[a-z]*(?: (?:a|as|ou filha|o hija|menor))?$|^(?:infantil|pediatric\w*)$/,
      someone,
    ],
  },
  {
    said: inWords(
      `${forWhom}${mine} ${adults}${notJoined}`,
      '(?:es |e |its )?(?:para |pra |for )(?:otra|outra|another|un|una|uma) (?:persona|pessoa|person)|(?:es |e )?(?:para |pra )?(?:otra|outra)',
    ),
    rows: [someone],
  },
  whole(
    /^(?:para mi|pra mim|para mim|for me|me|myself|yo|eu|para mi mism[oa]|yo mismo|for myself)$/,
    'mi|mim|me|myself|mi mism[oa]|yo mism[oa]|eu mesm[oa]|(?:yo |eu )?(?:soy|sou)(?: (?:yo|eu|el|la|o|a|paciente|cliente|interesad[oa]|titular))*|im the (?:patient|one|client)|i am|it me|yo|eu',
  ),
  whole(
    single,
    `(?:viajo |vou |voy |im |travelling |traveling |going |viajando |estoy |estou |to )*(?:sol[oa]|sozinh[oa]|solito|solita|alone|by myself|on my own|solo yo|so eu|just me|me|mi|mim|mi sol[oa]|mim sozinh[oa]|(?:1|una?|one|uma|um)(?: (?:sola |so |single )?(?:persona|pessoa|person|guest))?)`,
  ),
  whole(
    double,
    `${being}(?:2|dos|dois|duas|two|both|una pareja|um casal|a couple|casal|pareja|couple)(?: (?:of us|adults|adultos|people|personas|pessoas))?|${couple}`,
  ),
  whole(triple, `${being}(?:3|tres|three)(?: (?:of us|adults|adultos|people|personas|pessoas))?`),
  {
    said: inWords(
      `(?:[a-z]+ ){0,6}(?:los|mis|os|meus|my|the|our|[2-9]|dos|tres|two|three|dois|duas|cuatro|four|quatro) (?:kids|children|hijos|ninos|nenes|filhos|criancas|chicos|pibes)`,
      '(?:toda |whole |the |a |la |para |pra |for )*(?:familia|family)(?: (?:toda|entera|inteira))?',
    ),
    rows: family,
  },
]
