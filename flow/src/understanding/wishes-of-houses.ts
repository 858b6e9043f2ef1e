import type { Wish } from './wish.ts'
import { inWords } from './wish.ts'

/** What is asked of hotels, schools and gyms. */

const enrolling: Wish = {
  said: inWords(
    '(?:inscribir|anotar|matricular|inscrever|apuntar|registrar|afiliar|asociar|enrol|enroll|register|sign up|join)(?:me|nos|lo|la|se|ing)?(?: (?:a|al|mi|my|meu|minha|me|for|up|un|una|to|the))*(?: (?:hij[oa]s?|nen[ea]s?|filh[oa]s?|nin[oa]s?|son|daughter|kids?|child|gym|gimnasio|academia|curso|escuela|escola))?',
    '(?:me|nos) (?:inscribo|anoto|inscribir|anotar|inscrever|matricular|apuntar)|(?:hacerme|ser|become a|be a) (?:socio|socia|member|membro|aluno|alumno)|(?:tienen|hay|tem|quedan|are there|any) (?:vacantes?|cupos?|vagas?|spots?|places)(?: (?:para|pra|pro|for)(?: [a-z0-9]+){1,3})?',
  ),
  rows: [
    /\b(?:inscri\w*|matricul\w*|enrol\w*|registration|regist\w*|sign ?up|asoci\w*|afilia\w*|join|altas?)\b/,
    /^(?:memberships?|membresias?|hacerse socio)$|\b(?:admision(?:es)?|admissions?)\b/,
  ],
}
const trying: Wish = {
  said: inWords(
    '(?:ir a |want to |can i |quiero |quero |puedo |posso )?(?:probar|experimentar|try)(?: (?:it|out|first|a|one|un|una|uma|el|la|clase|dia|vez|aula|class|session|antes|gratis|primero))*|(?:clase|aula|class) (?:gratis|gratuita|teste|de prueba|experimental)',
  ),
  rows: [/\b(?:prueba|experimental|trial|muestra|teste|free class)\b/],
}
const courses: Wish = {
  said: inWords(
    '(?:que|quais|qual|which|what|cuales) (?:son las |sao as )?(?:clases|actividades|aulas|modalidades|atividades|classes|cursos|courses|activities)(?: (?:tienen|hay|dan|tem|voces tem|vcs tem|do you (?:have|offer)|ofrecen|sao|son))?',
  ),
  rows: [/^(?:clases|aulas|classes|actividades|atividades|modalidades|cursos|courses|activities)\b(?! de prueba)/],
}
const classTimes: Wish = {
  said: inWords(
    '(?:what time|when|que horas?|a que hora|cuando|quando)(?: (?:is|are|es|son|sao|e|the|a|as|la|las|do|de|tem|hay))* (?:clases?|aulas?|class(?:es)?|yoga|pilates|spinning|zumba|crossfit)(?: [a-z]+){0,2}',
  ),
  rows: [
    /\b(?:class(?:es)?|clases|aulas|actividades)\b.*\b(?:schedule|times?|timetable|horarios?)\b|\b(?:horarios?|schedule|timetable|grade|grilla)\b(?:.*\b(?:clases|aulas|classes|actividades)\b|$)/,
  ],
}
const dates: Wish = {
  said: inWords(
    '(?:cuando|quando|when)(?: (?:do|does|is|are|the|las|los|la|el|as|os|o|a|school|classes|clases))* (?:empiez\\w+|terminan?|comienz\\w+|inician?|arrancan?|comeca\\w*|acabam?|start\\w*|begin\\w*|end|vuelven|voltam)(?: (?:las|los|la|el|as|os|o|a|the))?(?: (?:clases|aulas|classes|curso|vacaciones|ferias|semestre|ano))?|(?:cuando|quando|when)(?: (?:son|sao|are|is|the|las|los|as|os))* (?:vacaciones|ferias|holidays|examenes|provas|exams)|(?:spring|winter|summer|christmas|fall) break(?: dates)?|(?:fecha|fechas|dates?|datas?)(?: (?:de|das|do|of|the|las|los))* (?:vacaciones|ferias|holidays|examenes|provas|exams|inicio|inscripcion|break)',
  ),
  rows: [/\b(?:calendario|calendar|fechas|important dates|datas)\b/],
}
const hourOf = (doing: string): string =>
  `(?:a |de |what |la |el |o |que |es |qual |is |the )*(?:horas?|horario|time)(?: (?:es|e|o|is|del?|do|da|para|pra|el|la|for|puedo|posso|can i|do i|tengo que|hay que|tenho que|have to|hago|faco))* (?:${doing})(?: (?:la|el|o|the))?(?: (?:habitacion|quarto|room|hotel))?`
const arriving: Wish = {
  said: inWords(
    hourOf('ingreso|entrada|check ?in|entrar|ingresar|hacer check ?in|fazer check ?in|arrive'),
    '(?:early |hacer |fazer |el |o |the )?check ?in(?: (?:mas|mais) (?:temprano|cedo))?|boarding pass',
  ),
  rows: [/\b(?:check ?in|ingreso|entrada y salida|entrada e saida)\b/],
}
const departing: Wish = {
  said: inWords(
    hourOf('salida|saida|check ?out|dejar|desocupar|entregar|salir|sair|leave'),
    'when (?:do|should) i (?:have to )?(?:leave|check out)',
    '(?:late |hacer |fazer |el |o |the )?check ?out(?: (?:mas|mais) tarde)?|(?:dejar|desocupar|entregar|leave) (?:la |el |o |the )?(?:habitacion|quarto|room)',
  ),
  rows: [/\b(?:check ?out|salida|saida|entrada y salida|entrada e saida)\b/],
}
const comforts: Wish = {
  said: inWords(
    '(?:tienen|tenes|tiene|hay|incluye|incluyen|tem|inclui|voces tem|vcs tem|do you have|is there|is|are|esta incluido|does it (?:include|have))(?: (?:an?|un|una|um|uma|el|la|o|free|there|y))* (?:pileta|piscina|alberca|desayuno|cafe da manha|estacionamiento|estacionamento|garagem|cochera|parking|pool|gym|gimnasio|breakfast|wi ?fi|spa|mascotas|pets|aire acondicionado|academia|jacuzzi|sauna|transfer|shuttle)(?: (?:included|incluido|incluso|available|allowed))?|(?:aceptan|aceitam|allow|accept) (?:mascotas|pets|perros|animais|cachorros?|dogs)',
  ),
  rows: [
    /^(?!.*\b(?:soporte|technical|tecnico)\b)(?:.*\b(?:servicios?|servicos?|amenities|comodidades|instalaciones|facilities|services|preguntas frecuentes|faq|informacion|information|informacoes)\b)/,
  ],
}

export const wishesOfHouses: Wish[] = [enrolling, trying, courses, classTimes, dates, arriving, departing, comforts]
