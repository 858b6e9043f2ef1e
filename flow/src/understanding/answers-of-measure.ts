import type { Wish } from './wish.ts'
import { about, inWords } from './wish.ts'

/** How bad it is, what is felt, and in which room. */

export const answersOfMeasure: Wish[] = [
  about(
    /^(?:severe|grave|fuerte|forte|intens[oa]|severo|muy fuerte|muito forte|strong|insoportable)\b/,
    '(?:(?:its|it is|es|e|is|really|very|so|the|muy|muito|super|re|lo|o) )*(?:awful|terrible|unbearable|horrible|horrivel|insoportable|insuportavel|excruciating|fortisim[oa]|fortissim[oa]|intens[oa]|agony|bad)(?: (?:dolor|dor|pain))?|(?:worst|peor|pior) (?:pain |dolor |dor )?(?:ever|of my life|de mi vida|da minha vida|que tuve)|(?:no|nao)(?: (?:lo|o))? aguanto(?: mas)?|cant (?:stand|take|bear) it|nao aguento(?: mais)?|10 (?:out )?(?:of|de) 10',
  ),
  about(
    /^(?:mild|leve|light|slight|poco|pouco|suave|minor)\b/,
    '(?:(?:its|it is|es|e|is) )*(?:not (?:too|that|so) bad|(?:hurts |duele |doi )?(?:just )?(?:a little(?: bit)?|a bit|un poco|um pouco|poquito|pouquinho|un poquito|um pouquinho)|(?:no|nao) (?:es|e) (?:tan |tao )?(?:grave|fuerte|forte|malo)|tolerable|soportable|suportavel|levecit[oa]|barely|apenas)',
  ),
  about(/\b(?:fiebre|febre|fever|temperatura)\b/, 'fiebre|febre|fever|feverish|calentura|temperatur[ae]|afiebrad[oa]|febril'),
  about(/\b(?:tos|tosse|cough\w*)\b/, 'tos|tosiendo|toso|tosse|tossindo|tossir|cough|coughing'),
  about(
    /\b(?:resfri\w*|gripe|cold|flu)\b/,
    'engripad[oa]|resfriad[oa]|resfrio|gripe|gripad[oa]|flu|a cold|mocos|nariz (?:tapada|entupida)|runny nose|constipad[oa]',
  ),
  about(
    /\b(?:dolor de cabeza|dor de cabeca|headaches?|migran\w*|cefalea)\b/,
    '(?:(?:mi|my|minha|la|a|me|the) )*(?:cabeza|cabeca|head)(?: (?:me|ta|esta|is|parece que|se me))* (?:duele|doi|doendo|hurts?|aching|explota|explotando|explodindo|explode|splitting|pounding|parte|partiendo|latejando|killing me|mata|matando)|(?:duele|doi|doendo)(?: (?:muito|mucho))? (?:la|a|minha) (?:cabeza|cabeca)|jaqueca|jaquecas|migrana|enxaqueca|migraine',
  ),
  about(/^(?:bathroom|bano|banheiro|restroom|toilet)$/, 'loo|toilet|restroom|wc|lavabo|servicio|bathroom|bano|banheiro|ducha|chuveiro|shower'),
  about(
    /^(?:living(?: room)?|sala(?: de estar)?|salon|comedor|lounge)$/,
    'lounge|living|living room|sala|sala de estar|salon|front room|sitting room|comedor|tv room',
  ),
  about(
    /^(?:bedroom|dormitorio|quarto|habitacion|recamara|cuarto|pieza)$/,
    'bedroom|dormitorio|quarto|recamara|pieza|(?:where|donde|onde) (?:i|we|eu|yo)? ?(?:sleep|duermo|durmo)|cuarto',
  ),
  about(
    /\b(?:neighbou?r|vecin[oa]|vizinh[oa])\b/,
    '(?:con |with |no |na |com |al |the |a |el |my |mi |meu )*(?:next ?door|neighbou?r|vecin[oa]|vizinh[oa]|casa de al lado|al lado|do lado)(?: is (?:fine|ok))?',
  ),
  about(/\b(?:front door|puerta|porta|porch|doorstep|entrada)\b/, '(?:on |at |en |na |la |the |my )*(?:porch|doorstep|front step|puerta|porta|entrada|umbral)'),
  about(
    /^(?:propi[oa]|propri[oa]|own|owned)\b/,
    '(?:es |e |its )?(?:mi[oa]|meu|minha|mine|propi[oa]|propri[oa]|de mi propiedad|own it|i own it)(?: (?:mesmo|mismo|todo|tudo))?(?= $)',
  ),
  {
    said: inWords('(?:me )?(?:separe|separei|separad[oa]|separated)(?: .*)?(?= $)'),
    rows: [/\b(?:separad[oa]|separated)\b/],
    perhaps: /\b(?:divorciad[oa]|divorced)\b/,
  },
  about(/\b(?:divorciad[oa]|divorced)\b/, '(?:me )?(?:divorcie|divorciei|divorciad[oa]|divorced)'),
  about(
    [/\b(?:mal estado|danad\w*|danificad\w*|damaged|broken|rot[oa]|quebrad\w*)\b/],
    '(?:(?:todo|toda|todos|all|muy|muito|bem|vino|llego|veio|chegou|came|arrived|totally|completely|esta|estaba|tava) )*(?:aplastad|amassad|golpead|chocad|destruid|destrozad|reventad|derramad|abollad|crushed|smashed|squashed|destroyed|dented|rasgad|estragad)[oa]?s?',
  ),
  about(
    /\b(?:incomplet\w*|missing|falt\w*)\b/,
    '(?:me |nos )?(?:faltaban|faltaba|faltavam|faltava|faltaron|faltou|falto|falta|faltan|was missing|were missing|missing)(?: (?:el|la|los|las|un|una|o|a|os|as|um|uma|dos|tres|two|three|2|3|the))*(?: [a-z]+)?',
  ),
  about(
    /\b(?:out of warranty|fuera de garantia|sin garantia|fora da garantia|sem garantia|vencid[oa]|expired)\b/,
    '(?:(?:ya|ja|it|its|it has|se|already|la|a|the|garantia|warranty|me) )*(?:expired|ran out|vencio|venceu|vencid[oa]|caduco|termino|acabou|over|ended)',
  ),
  about(
    /\b(?:under warranty|en garantia|con garantia|na garantia|com garantia|vigente|in warranty)\b/,
    '(?:(?:still|todavia|aun|ainda|its|esta|ta|is|tiene|tem) )+(?:covered|valid|under it|cubre|cubierto|coberto|vigente|garantia|en garantia|na garantia)',
  ),
]
