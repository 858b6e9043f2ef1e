import type { Wish } from './wish.ts'
import { inWords } from './wish.ts'

/** The fields of medicine by what patients say of them: the person, the part of the body, what is wrong with it. */

const aching =
  '(?:(?:me |le |nos )?(?:duel[ea]n?|molestan?|lastime|golpee|fracture|esguince|quebre|torci|rompi|lesione|arden?|pican?|doi|doendo|machuquei|quebrei|hurt|broke|twisted|sprained|injured)(?: (?:mucho|muito|muy|un poco|el|la|las|los|una?|o|a|os|as|um|uma|my|mi|meu|minha))*|(?:dolor(?:es)?|dor(?:es)?|pain|problemas?|problem|trouble|revisar|ver|check)(?: (?:de|del|en|no|na|nos|nas|in|with|con|com|el|la|las|los|o|a|my|mi|meu|minha))*)'
const hurting = (parts: string): string =>
  `(?:${aching} )?(?:(?:mi|mis|my|meu|minha|el|la|las|los|os|as|para los|de los|de la|na|no) )?(?:${parts})(?: (?:hurts?|aches?|pain|me duelen?|doi|doendo|esta doendo|roto|rota|quebrad[oa]))?`
const field = (rows: RegExp, people: string, parts: string, ...wrong: string[]): Wish => ({ said: inWords(people, hurting(parts), ...wrong), rows: [rows] })

export const healthFields: Wish[] = [
  field(
    /\b(?:oftalm\w*|ophthalm\w*|eye\w*|optica|optometr\w*|oculist\w*|vista|ojos)\b/,
    'oculistas?|oftalm[a-z]+|oftamo[a-z]*|optometrist|ophthalmologist|eye doctor|medico de (?:vista|ojos|los ojos)|optico',
    'ojos?|vista|olhos?|visao|eyes?|vision',
    '(?:veo|vejo|see) (?:borroso|mal|doble|embacado|turvo|blurry)|catarata|miopia|exame de vista|examen de la vista',
  ),
  field(
    /\b(?:dermat\w*|piel|pele|skin)\b/,
    'dermato[a-z]*|dermatologist|skin doctor',
    'piel|pele|skin',
    '(?:una? |uns? |umas? |unas |me salieron |tengo |tenho |i have |have )*(?:acne|granos|granitos|ronchas|sarpullido|espinhas?|lunar(?:es)?|manchas?|verrugas?|rash|mole|pimples|eczema|psoriasis|hongos|alergia na pele|caida del pelo|queda de cabelo|coceira)(?: (?:en|na|on) (?:la |my |mi |minha )?(?:piel|pele|skin|cara|face|rosto))?',
  ),
  field(
    /\b(?:traumatolog\w*|ortoped\w*|orthop\w*|huesos)\b/,
    'traumatolog[oa]|traumato|ortopedista|orthopedist|orthopedic',
    'rodillas?|tobillos?|brazos?|piernas?|cuello|dedos?|bracos?|pernas?|pescoco|arms?|legs?|neck|huesos?|columna|espalda|hombros?|munecas?|codo|cadera|pie|joelhos?|tornozelo|ossos?|coluna|costas|ombro|pulso|cotovelo|quadril|pe|knees?|ankles?|bones?|spine|back|shoulders?|wrist|elbow|hip|foot',
    'fractura|esguince|fratura|entorse|fracture|sprain|hernia de disco',
  ),
  field(
    /\b(?:odonto\w*|dent(?:al|ist\w*|es)|dentista)\b/,
    'dentistas?|odontolog[oa]|dentist',
    'muelas?|dientes?|dentes?|teeth|tooth|encias|gengiva|muela de juicio|siso',
    'toothache|caries|carie|cavity|brackets|limpieza dental|dentadura|implante dental',
  ),
  field(
    /\b(?:pediatr\w*|paediatr\w*|ninos|infantil|criancas|children)\b/,
    'pediatras?|paediatrician|pediatrician',
    'mi bebe|meu bebe|my baby',
    '(?:es |para |pra |for |its |a |al |consulta de |turno de )(?:mi |meu |minha |my |un |um |a )?(?:hij[oa]|hijit[oa]|nen[ea]|bebe|bebita|beba|filh[oa]|filhinh[oa]|son|daughter|baby|toddler|kid|child|niet[oa]|net[oa]|chiquit[oa])(?: (?:pequen[oa]|chiquit[oa]))?|(?<=^ )(?:mi|meu|minha|my) (?:hij[oa]|hijit[oa]|nen[ea]|bebe|bebita|beba|filh[oa]|filhinh[oa]|son|daughter|baby|toddler|kid|child|niet[oa]|net[oa]|chiquit[oa]) (?:tiene|esta|ta|is|has|com|con|tem|no|nao|se|llora|vomita)(?: [a-z]+){0,3}|(?:recien nacido|recem nascido|newborn)',
  ),
  field(
    /\b(?:ginec\w*|gynec\w*|gynaec\w*|obstetr\w*|womens?)\b/,
    'ginec[a-z]*|gynecologist|obgyn|obstetra|gine',
    'ovarios|utero|ovario',
    '(?:un |el |hacerme |fazer |o )?(?:pap|papanicola[ou]|pap smear|preventivo)|embarazad[oa]|embarazo|gravida|gravidez|pregnan(?:t|cy)|anticonceptivos?|anticoncepcional|birth control|menstruacion|periodo atrasado|menopausi?a|diu|iud',
  ),
  field(
    /\b(?:cardio\w*|corazon|coracao|heart)\b/,
    'cardiolog[oa]|cardiologista|cardiologist|cardio',
    'corazon|coracao|heart|pecho|peito|chest',
    '(?:por |tengo |tenho )?(?:la |a )?(?:presion|pressao)(?: (?:alta|baja|baixa))?|high blood pressure|hipertension|hipertensao|arritmia|electrocardiograma|eletrocardiograma|taquicardia|palpitaciones|palpitacoes',
  ),
  field(
    /\b(?:psico\w*|psych\w*|salud mental|saude mental|mental health|terapia)\b/,
    'psicolog[oa]|psi|terapeuta|therapist|psychologist|counselor',
    'salud mental|mental health|saude mental',
    '(?:tengo |tenho |mucha |muita |i have )*(?:ansiedad|ansiedade|depresion|depressao|anxiety|depression|estres|panico|ataques de panico|panic attacks)|terapia|therapy|depressed|deprimid[oa]',
  ),
  field(
    /\b(?:nutri\w*|dietist\w*)\b/,
    'nutri|nutricionistas?|nutriologa?o?|nutritionist|dietista|dietitian',
    'peso',
    '(?:quiero |quero |want to )?(?:bajar|perder|subir|perder|ganhar|lose|gain) (?:de )?(?:peso|weight)|adelgazar|emagrecer|(?:una |la |a |uma )?diet[a]?|sobrepeso',
  ),
  field(
    /\b(?:kinesio\w*|fisio\w*|physio\w*|rehabilitacion)\b/,
    'kine|kinesiolog[oa]|kinesio|fisio|fisioterapeuta|physio|physiotherapist|physical therap(?:y|ist)',
    'contractura',
    'rehabilitacion|reabilitacao|rehab|contractura',
  ),
  field(
    /\b(?:neuro\w*)\b/,
    'neurolog[oa]|neurologista|neurologist|neuro',
    'cabeza|cabeca|head',
    '(?:por |tengo )?migranas?|enxaquecas?|migraines?|mareos|tonturas?|convulsion(?:es)?|epilepsia',
  ),
  field(
    /\b(?:otorrino\w*|ent|garganta|oidos?)\b/,
    'otorrino[a-z]*|otorrin[oa]|ent doctor',
    'oidos?|oreja|garganta|nariz|ouvidos?|ears?|throat|nose|amigdalas',
    'no escucho bien|sinusitis|sinusite|otitis|otite|tapones',
  ),
  field(
    /\b(?:urolog\w*)\b/,
    'urolog[oa]|urologista|urologist',
    'prostata|prostate|rinones?|rins?|kidneys?|vejiga',
    'infeccion urinaria|infeccao urinaria|vasectomia|piedras en el rinon',
  ),
  field(
    /\b(?:gastro\w*)\b/,
    'gastroenterolog[oa]|gastro|gastroenterologista',
    'estomago|panza|barriga|intestino|stomach|higado',
    'gastritis|gastrite|reflujo|refluxo|acidez|colon irritable|endoscopia',
  ),
  field(/\b(?:endocrin\w*)\b/, 'endocrin[a-z]+', 'tiroides|tireoide|thyroid', 'diabetes|diabetic[oa]?|hormonas'),
  field(/\b(?:alerg\w*|allerg\w*)\b/, 'alergistas?|alergolog[oa]', 'alergias?|allergies', 'alergic[oa]s?|allergic'),
  field(
    /\b(?:clinic[oa]s? (?:general|geral|medic[oa]s?)|clinica medica|medicina general|general practi\w*|medico general|gp)\b/,
    '(?:medico |un )?(?:clinico|clinica|generalista|general)|clinico geral|general practitioner|gp|family doctor|medico de cabecera',
    'chequeo general',
    'chequeo(?: general)?|gripe|flu|check ?up geral',
  ),
]
