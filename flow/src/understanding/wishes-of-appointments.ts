import type { Wish } from './wish.ts'
import { inWords, the } from './wish.ts'

/** What is wanted of appointments and bookings, and what patients ask for. */

const visit =
  '(?:turnos?|citas?|horas?|horarios?|reservas?|consultas?|agendamentos?|appointments?|appts?|apt|bookings?|reservations?|visitas?|visit|sesion|sessao)'
const anew = new RegExp(
  `^(?:(?:agendar|reservar|sacar|pedir|solicitar|programar|marcar|hacer|nuevo|nueva|novo|nova|new|book|schedule|make|request|get|fazer|tomar) (?:(?:una?|uma?|an?|my|mi|new|nuev[oa]|nov[oa]) )*(?:${visit}|reservacion|habitacion|cuarto|mesa|quarto|room|table)(?! (?:cancel|cambi))|(?:turnos?|citas?|agendamentos?|appointments?|agendar|agenda|agendas|bookings?|reservas?|reservaciones|reservations?|reservar|book|marcar)$)`,
)
const moving =
  /\b(?:reprogram\w*|reagend\w*|remarc\w*|resched\w*|posterg\w*|postpone|adiar|(?:cambi(?:ar|o)|mover|modificar|change|move|edit|modify|mudar|alterar|trocar)(?: (?:de|my|an?|mi|el|la|un|una|o|a|meu|minha|um|uma|your))*(?: (?:turno|cita|hora|horario|reserva|fecha|dia|consulta|appointment|booking|date|time|reservation|data|visita|agendamento)))\b/
const canceling = new RegExp(
  `\\b(?!cancelamentos?$)(?:cancel|anul|desmarc)\\w*(?: (?:my|an?|mi|el|la|un|una|o|a|meu|minha|um|uma|your|de|do|da|ou|o|y|e|or|and|cambiar|remarcar|reprogramar))*(?: ${visit}| estadia| stay| viaje| vuelo| pasaje| viagem| voo| flight| trip| ticket)?$|\\b(?:remarcar ou cancelar|cambiar o cancelar|change or cancel|cancel or change)\\b`,
)

const doctor = '(?:medic[oa]s?|doctora?|dra?|doutora?|dentista|dentist|gp|especialista|specialist|pediatra|profesional|vet|veterinari[oa])'
const wantingVisit: Wish = {
  said: inWords(
    `(?:ver|see|consultar|visitar|passar|precisando|preciso|necesito|need)(?: de)?(?: (?:a|al|con|com|no|na|pelo|pela))? ${the}${doctor}`,
    `(?:me|lo|la|nos|que me) (?:vea|atienda|revise|examine|veja|atenda)(?: ${the}${doctor})?|(?:hacerme (?:atender|revisar|ver)|(?:me quiero|quiero) (?:atender|revisar|atenderme|revisarme))|be seen`,
    '(?:tenes|tienen|tiene|hay|habra|tem|teria|have|is there|are there|do you have|any|got|alguna?|algum)(?: (?:algun|alguna|any|an|algum|un|uma|voces|vcs|you|have))*(?: )(?:lugar|turnos?|hueco|espacio|vagas?|disponibilidad|disponibilidade|horarios? (?:disponible|livre|disponivel)|cupos?|openings?|availability|slots?|appointments?|citas?|agenda|habitacion(?:es)?|quartos?|rooms?|mesas?|tables?)',
    `(?:quiero|quisiera|necesito|quero|queria|preciso|need|want|ocupo) (?:turno|cita|appointment|appt)`,
    `(?:dar|conseguir|agarrar|pegar|get|asignar|tomar)(?:me|nos)? (?:una?|uma?|an?) ${visit}|${visit} (?:nuev[oa]|nov[oa])|(?:nuev[oa]|nov[oa]|new) ${visit}`,
    '(?<=^ (?:quiero |quero |quisiera |queria |want to |i want to |id like to |para |pra |to )?)(?:agendar|reservar|marcar|book|schedule|agendarme|agendamento)(?= $)',
    `(?:me (?:das|da|dan|darias|darian|pasas)|dame|(?:can|could) (?:i|you) (?:get|give)(?: me)?)(?: (?:una?|uma?|an))? ${visit}|(?:want to|can i|could i|id like to|need to|quiero|quero|queria|puedo|posso|can we) (?:come in|come over|ir ai|ir ahi|pasar a (?:atenderme|verte))`,
    'para cuando (?:hay|tienen|tenes|tem)(?: turno| cita| lugar)?',
    `(?:quiero|necesito|quisiera|preciso|preciso de|precisaria|queria|quero|i need|need|want|id like|like|dame|me da|gostaria de|ocupo|precisando de|precisando) (?:(?:una?|uma?|an|the|de|otr[oa]|outr[oa]|another|new|nuev[oa]) )+(?:turno|cita|consulta|appointment|appt|apt|hora|horario|agendamento|reserva|booking|reservation|reservacion|habitacion|cuarto|quarto|room|mesa|table|suite)`,
    '(?:hacer|fazer|make|tener) (?:una?|uma?|an?) (?:reserva|reservacion|reservation|booking|appointment)|can i come in(?: [a-z]+)?|disponibilidad|disponibilidade|(?:hospedar|alojar|quedar)(?:me|nos)|(?:me|nos) (?:hospedar|alojar)',
  ),
  rows: [anew],
}
const movingVerb =
  '(?:cambi(?:ar|en|arme|emos|o)|mover|pasar|correr|adelantar|atrasar|postergar|posponer|aplazar|reprogramar|reagendar|modificar|mudar|adiar|adiantar|antecipar|remarcar|trocar|alterar|move|change|switch|push|push back|postpone|delay|reschedule|bring forward|resched|cambiarme|pasarme|moverme)'
const wantingMove: Wish = {
  said: inWords(
    `${movingVerb}(?: (?:me|mi|el|la|o|a|de|meu|minha|my|the|un|una|our|nuestra|nuestro|esa?|este|dia|hora|horario|date|time|fecha|data|da|do|del|back|up|forward)){0,4} (?:${visit}|fecha|dia|hora|horario|date|time|day|data)(?: (?:para|pra|to|a|al)(?: (?:otro|otra|outro|outra|another|a different|other))? (?:dia|fecha|horario|hora|data|day|date|time))?`,
    '(?:no|nao|cant)(?: (?:puedo|posso|me sirve|da|make|do|me queda))(?: (?:ese|esse|that|en ese|nesse|este))* (?:dia|horario|day|time|hora)(?: (?:tenes|tienes|tem|got|do you have|have|hay))?(?: (?:otro|outro|another))?(?: one)?',
    '(?:para |pra |en |em |a |to |on )?(?:(?:otro|outro|another|different|need a different|a different|some other) (?:dia|horario|day|date|time)|(?:otra|outra) (?:fecha|hora|data))',
    '(?:move|push|shift|change|pasar|mover|correr|bring)(?: (?:it|lo|la))? (?:back|forward|up|later|earlier|mas tarde|mas temprano|para mas tarde)',
  ),
  rows: [moving],
  own: true,
}
const notComing =
  '(?:(?:ya )?no (?:voy|vamos)(?! a (?:poder|ser|pagar|comprar|necesitar|querer)(?! (?:ir|asistir|llegar|viajar|estar|presentarme) ))(?: a)?(?: poder)?(?: (?:ir|asistir|llegar|viajar|estar|presentarme))?|(?:ya )?no (?:puedo|podre|podremos|podemos|pude|alcanzo|llego|podria)(?: a)? (?:ir|asistir|llegar|viajar|estar|presentarme)|(?:ja )?nao (?:vou|vamos)(?: mais)?(?: (?:poder|conseguir))?(?: mais)? (?:ir|comparecer|chegar|viajar|estar ai)|(?:ja )?nao (?:posso|consigo|da pra|da para|poderei)(?: mais)? (?:ir|comparecer|chegar|viajar)|(?:cant|cannot|wont|will not|couldnt|not going to|wont be able to|unable to|not able to) (?:make (?:it|the appointment|my appointment|my appt)|come|attend|go|be there)|(?:not|wont be) coming|me surgio (?:algo|un [a-z]+|una [a-z]+)|(?:surgiu|tive) (?:um imprevisto|uma coisa)|something came up)(?: (?:anymore|mais|mas|hoy|today|hoje|al turno|a la cita|a consulta))?'
const absent: Wish = { said: inWords(notComing), rows: [canceling], perhaps: moving, own: true }
const wantingCancel: Wish = {
  said: inWords(
    `(?:dar de baja|anular|desmarcar|cancelar|cancel|borrar|eliminar|desistir d[oa]|suspender|desagendar)(?: (?:me|mi|el|la|o|a|meu|minha|my|the|un|una|our|nuestra|esa?|este)){0,2} ${visit}`,
    'desmarcar|anular|(?:ya |ja )?(?:no|nao|dont|do not)(?: (?:longer|i|lo|la|o|vou|voy a|will))* (?:necesito|preciso|need|precisar|necesitar|querer)(?: (?:mais|mas|it|the appointment|my appointment|el turno|la cita|anymore|any more))*|no longer need(?: it)?',
  ),
  rows: [canceling],
}

const tests =
  '(?:analisis|analitica|estudios?|examen|examenes|exames?|laboratorios?|radiografias?|placas?|ecografias?|resonancia|tomografia|biopsia|hemograma|papanicolau|labs|lab results|blood ?(?:tests?|work)|bloods|x ?rays?|scan|mri|tests?|test results?|results?|resultados?|ultrassom|ultrassonografia|ressonancia|raio x)'
const wantingResults: Wish = {
  said: inWords(
    `(?<!(?:hacer|hacerme|fazer|realizar|realizarme|agendar|marcar|reservar|programar|turno|cita|book|schedule|take|do|sacarme|pedir|quero um|preciso de um|orden)(?: (?:un|una|unos|para|de|el|los|um|uma|uns|a|an|some|mi|my|the|pra|meu|hacerme))* )(?:(?:${the}${tests}(?: de (?:sangre|orina|sangue|urina))?)(?: (?:(?:ya )?(?:estan|esta|estaran)|ficou|ficaram|are|is|ja|sairam|saiu|salieron))*(?: (?:list[oa]s?|pront[oa]s?|ready|back|in|out))?)`,
  ),
  rows: [
    /^(?!.*\b(?:preci|preco|valor|cost|agend|sacar|pedir|solicit|turno|marcar|price|book)\w*).*\b(?:resultad\w*|results?|analisis|estudios|exames|laborator\w*|labs?|informes?|laudos?)\b/,
  ],
}

const insurers =
  'osde|swiss medical|galeno|medife|omint|pami|ioma|osecac|sancor|unimed|amil|bradesco|sulamerica|sul america|hapvida|notredame|intermedica|fonasa|isapres?|banmedica|colmena|consalud|sura|sanitas|compensar|nueva eps|salud total|coomeva|imss|issste|gnp|axa|metlife|mapfre|aetna|cigna|medicaid|medicare|blue ?cross|bcbs|united ?healthcare|kaiser|tricare|bupa'
const wantingInsurance: Wish = {
  said: inWords(
    `(?:(?:atiend|atend|acept|aceit|trabaj|trabalh|receb|recib|cubr|cobr|cover|tak|accept)[a-z]* )?(?:(?:voces|vcs|ustedes|con|com|por|pelo|que|o|a|la|el|mi|meu|alguna?|algum|qual|quais) )*(?:${insurers}|prepagas?|obras? social(?:es)?|convenios?|(?:seguros?|planos?|plan) (?:medicos?|de saude|de salud|de gastos)|(?:health )?insurance|am i covered|covered|coverage|cobertura|mutual|copago|coseguro|eps|isapre)`,
  ),
  rows: [
    /\b(?:obras? social(?:es)?|seguros?|prepagas?|convenios?|insurance|eps|isapres?|coberturas?|coverage|planos? de saude|aseguradoras?|mutual(?:es)?|previsao|prevision)\b/,
  ],
}
const wantingMedicine: Wish = {
  said: inWords(
    '(?:una |mi |otra |a |my |uma |minha |the )?(?:receta|recetas|receita|receitas|prescription|refill|script)(?: (?:medica|renovada|refill))?|(?:(?:mi|mis|my|meu|meus|more|mas|mais)(?: of my)? )?(?:medicamentos?|medicacion|medicacao|medication|meds|medicine|pills|pastillas|remedios?)|ran out of(?: my)? [a-z]+',
  ),
  rows: [/\b(?:recet\w*|receit\w*|prescri\w*|refills?|medicament\w*|medicacion|medication|medicines?|remedios?|farmacia|pharmacy)\b/],
}

export const wishesOfAppointments: Wish[] = [wantingVisit, wantingMove, absent, wantingCancel, wantingResults, wantingInsurance, wantingMedicine]
