import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DocumentKind } from '../definition.ts'
import fc from 'fast-check'
import { meantOption, namedOption } from './choose-option.ts'
import { numberIn, roughNumberIn } from './decimal.ts'
import { heard } from '../engine/heard.ts'
import { text } from '../../test/world.ts'
import { documentIn } from './document-number.ts'
import { readEmail } from './email-address.ts'
import { yesNoIn } from './yes-no.ts'

const each = (list: string): string[] =>
  list
    .split(/[|\n]/)
    .map((one) => one.trim())
    .filter(Boolean)

describe('yes and no', () => {
  const said: Record<ReturnType<typeof yesNoIn>, string> = {
    yes: `sí | si | SÍ | Si! | sii | siiii | sip | sep | sí, por favor | si por favor | sí gracias | claro | claro que sí | por supuesto | dale | Dale! | dale, gracias | de una | simón | simon | sale | va | órale | obvio | obvio que sí | obvio sí | bueno | listo | perfecto | de acuerdo | correcto | exacto | así es | afirmativo | confirmo | acepto | me parece bien | está bien | todo bien | cómo no | por qué no | no hay problema | sin problema | si quiero | sí, quiero | sí, el martes me sirve | sí señor | vale | oki | ok dale | buenísimo | joya | s | claor que si | perfeto | sisi | confirmo el turno | está perfecto | eso | chévere | cabal | sí, confirmo el turno
      sim | Sim! | simm | sim, por favor | claro que sim | com certeza | isso | isso mesmo | tá bom | ta bom | tá | beleza | blz | pode ser | pode | pode sim | bora | fechado | show | uhum | aham | é isso | quero | quero sim | quero, obrigado | aceito | combinado | perfeito | certo | tudo bem | por que não | sem problema | não tem problema | sim sim | confirmado
      yes | Yes! | yess | yep | yeah | yup | ye | y | sure | sure thing | of course | absolutely | definitely | ok | okay | k | alright | sounds good | go ahead | correct | that's correct | that's right | why not | you bet | for sure | yes please | yes, please | yes sir | fine | I do | works for me | no problem | let's do it | totally | of corse
      👍 | 👍🏽 | ✅ | 👌 | sí 👍 | ok 👍🏻 | ✔️ | 💯 | 👍👍`,
    no: `no | No. | NO | noo | nooo | nop | nope | no, gracias | no gracias | nel | nel pastel | para nada | claro que no | por supuesto que no | obvio que no | de ninguna manera | ni loco | ni ahí | ni en pedo | nunca | jamás | negativo | tampoco | no quiero | no, no quiero | por ahora no | ahora no | todavía no | aún no | mejor no | no por ahora | en absoluto | qué va | no puedo | incorrecto | no es correcto | no señor | no, mejor el martes | no, otro día | no me interesa | no hace falta | no está correcto | no de momento | paso | nono | eso no | no, ese no
      não | Não! | nao | naão | não, obrigado | não obrigada | nem | nem pensar | de jeito nenhum | claro que não | com certeza não | agora não | ainda não | melhor não | negativo | nada disso | não quero | jamais | nn | não não | deixa pra lá | não posso | dispenso
      creo que no | no creo que pueda | acho que não | I don't think I can | no thanks | no, thank you | no way | not really | not at all | nah | never | of course not | absolutely not | not now | not yet | I don't | I don't think so | nay | negative | not interested | that's wrong | incorrect | definitely not | I'd rather not | n
      👎 | 👎🏿 | ❌ | 🚫 | no 👎 | no ❌`,
    unsure: `sí pero no | sí, pero después | sí y no | no sé | no lo sé | nose | tal vez | quizás | puede ser | a lo mejor | depende | más o menos | creo que sí | ni idea | no estoy seguro | si puedo | sí no | no sí | no pero sí | lo voy a pensar | te aviso | supongo | ¿cuánto sale? | what time | quiero un turno | sí 👎 | no 👍 | mmm | luego | claro pero no ahora | 👍👎
      talvez | não sei | sei lá | acho que sim | quem sabe | sim e não | sim, mas depois | mais ou menos | provavelmente | não tenho certeza | vou pensar | se der
      maybe | perhaps | I don't know | idk | not sure | I'm not sure | I guess | I think so | probably | it depends | yes and no | yes but later | yeah, no | kind of | dunno | yes, but only on Monday | possibly`,
    not_understood: `hola | mañana | turno | 12 | ? | 😀 | precio | amanhã | la primera`,
  }
  for (const [expected, list] of Object.entries(said)) for (const one of each(list)) test(`«${one}» is ${expected}`, () => assert.equal(yesNoIn(one), expected))

  test('nothing makes it throw, and a longer message is never taken for a plain yes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (any) => assert.ok(Object.hasOwn(said, yesNoIn(any)))))
    fc.assert(
      fc.property(fc.constantFrom(...each(said.yes)), fc.constantFrom('pero', 'but', 'mas', 'no'), fc.constantFrom(...each(said.no)), (one, join, other) =>
        assert.notEqual(yesNoIn(`${one} ${join} ${other}`), 'yes'),
      ),
    )
  })
})

describe('numbers', () => {
  const cases: [string, string][] = [
    ['es-AR', `3 = 3 | 2,5 = 2.5 | 1.500 = 1500 | 1.500,75 = 1500.75 | 12.345.678 = 12345678 | $ 2.000 = 2000 | -4 = -4 | 3️⃣ = 3 | 🔟 = 10 | ３ = 3`],
    [
      'es-AR',
      `uno = 1 | una = 1 | dos = 2 | tres = 3 | once = 11 | quince = 15 | dieciséis = 16 | veinte = 20 | veintiuno = 21 | veintidós = 22 | treinta y cinco = 35 | noventa y nueve = 99 | cien = 100 | ciento uno = 101 | doscientos cincuenta = 250 | quinientos = 500 | mil = 1000 | mil quinientos = 1500 | dos mil = 2000 | dos mil veintisiete = 2027 | veinte mil = 20000 | cien mil = 100000 | un millón = 1000000 | dos millones = 2000000 | un millón doscientos mil = 1200000 | tres millones cuatrocientos cincuenta mil seiscientos = 3450600 | cero = 0`,
    ],
    [
      'es-AR',
      `uno y medio = 1.5 | dos y media = 2.5 | medio = 0.5 | dos coma cinco = 2.5 | tres punto catorce = 3.14 | menos cinco = -5 | media docena = 6 | una docena = 12 | 2 mil = 2000 | 1,5 millones = 1500000 | 2 millones = 2000000 | 2 y medio = 2.5 | 10k = 10000 | el primero = 1 | tercera = 3 | tengo dos hijos = 2 | somos cuatro = 4 | tengo treinta y cuatro años = 34 | quiero 3 = 3 | son 5 personas = 5 | 30 kg = 30 | tres, por favor = 3 | veinti dos = 22 | 1️⃣2️⃣ = 12`,
    ],
    [
      'pt-BR',
      `dois = 2 | duas = 2 | três = 3 | quatorze = 14 | dezesseis = 16 | vinte e um = 21 | trinta e cinco = 35 | cem = 100 | cento e vinte = 120 | duzentos e cinquenta = 250 | mil = 1000 | mil e quinhentos = 1500 | dois mil e vinte e sete = 2027 | um milhão = 1000000 | dois milhões e meio = 2500000 | um e meio = 1.5 | dois vírgula cinco = 2.5 | meia dúzia = 6 | R$ 1.500,90 = 1500.9 | 3 mil = 3000 | somos quatro pessoas = 4 | tenho 34 anos = 34 | terceiro = 3`,
    ],
    [
      'en',
      `one = 1 | two = 2 | twelve = 12 | twenty one = 21 | twenty-one = 21 | ninety nine = 99 | a hundred = 100 | one hundred and five = 105 | two hundred fifty = 250 | a thousand = 1000 | fifteen hundred = 1500 | two thousand five hundred = 2500 | one million = 1000000 | two million three hundred thousand = 2300000 | one and a half = 1.5 | two point five = 2.5 | 2.5 = 2.5 | 1,500 = 1500 | 2 million = 2000000 | half = 0.5 | half a dozen = 6 | a dozen = 12 | third = 3 | I have two kids = 2 | minus three = -3 | just 2 = 2`,
    ],
    [
      'es-AR',
      `entre 2 y 3 = - | dos o tres = - | 2 o 3 = - | muchos = - | 12/05 = - | 1.2.3 = - | no = - | no son 3 = - | dos mil 500 = - | unos 20 = - | menos 5 = - | más de 3 = - | casi cien = - | hola = -`,
    ],
  ]
  for (const [locale, list] of cases)
    for (const one of each(list)) {
      const [said = '', expected = ''] = one.split(' = ')
      test(`«${said}» in ${locale} is ${expected}`, () => assert.equal(numberIn(said, locale), expected === '-' ? null : Number(expected)))
    }
  test('a number that is only about right is offered', () =>
    assert.deepEqual(
      ['unos 20', 'más de 3', 'casi cien', 'about 5', 'uns', '20'].map((said) => roughNumberIn(said, 'es-AR')),
      [20, 3, 100, 5, null, null],
    ))
  test('nothing makes it throw', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (any) => assert.ok(Number.isFinite(numberIn(any, 'es-AR') ?? 0)))))
})

describe('a menu', () => {
  const options = (labels: string[]) => labels.map((label, at) => ({ id: `id${at}`, label, description: '', words: [] }))
  const choose = (labels: string[], said: string): string | null => {
    const menu = options(labels)
    const message = heard(text(said))
    return (namedOption(menu, message) ?? meantOption(menu, message, true))?.label ?? null
  }
  const spanish = ['Horarios', 'Pedir turno', 'Precios', 'Hablar con una persona']
  const portuguese = ['Horários', 'Marcar consulta', 'Preços']
  const english = ['Opening hours', 'Book a visit', 'Prices']
  const cases: [string[], string][] = [
    [
      spanish,
      `1 = 1 | 1. = 1 | 1) = 1 | 1️⃣ = 1 | 2️⃣ = 2 | la 2 = 2 | el 2 = 2 | opción 2 = 2 | opcion dos = 2 | número 3 = 3 | nro 3 = 3 | dos = 2 | la dos = 2 | la segunda = 2 | segunda opción = 2 | la tercera, por favor = 3 | la primera = 1 | el primero = 1 | la última = 4 | el último = 4 | la penúltima = 3 | la de arriba = 1 | la de abajo = 4 | quiero la 3 = 3 | quiero la opción 3 por favor = 3 | me quedo con la 2 = 2 | voy con la primera = 1 | dame la 2 = 2 | la cuarta = 4 | 4ta = 4 | elijo la 1 = 1 | la número 2 = 2 | 2 gracias = 2 | hola, 2 = 2
      horarios = 1 | HORARIOS = 1 | horario = 1 | orarios = 1 | horaros = 1 | pedir turno = 2 | quiero pedir turno = 2 | precios = 3 | presios = 3 | presio = 3 | precio = 3 | preciso = 3 | hablar con una persona = 4 | ablar con una persona = 4 | precio por favor = 3 | dale la 2 = 2 | mejor la tercera = 3 | op 3 = 3 | la primera no = - | persona = 4 | quiero saber los precios = 3
      0 = - | 5 = - | 9 = - | 1 y 2 = - | 1 o 2 = - | uno o dos = - | ninguna = - | no = - | la del medio = - | no quiero la 2 = - | no la 2 = - | horarios y precios = - | tengo 2 perros = - | ? = -`,
    ],
    [
      portuguese,
      `1 = 1 | dois = 2 | a segunda = 2 | o último = 3 | a última = 3 | o primeiro = 1 | a primeira opção = 1 | opção 3 = 3 | número dois = 2 | quero a 2 = 2 | a do meio = 2 | vou de 2 = 2 | fico com a terceira = 3 | a de cima = - | horarios = 1 | marcar consulta = 2 | quero marcar consulta = 2 | preço = 3 | precos = 3 | marcar consuta = 2 | 4 = - | não quero a 2 = - | 1 ou 2 = -`,
    ],
    [
      english,
      `1 = 1 | one = 1 | two = 2 | the first one = 1 | the second one = 2 | second = 2 | the last one = 3 | last = 3 | the third option = 3 | option 2 = 2 | number two = 2 | no. 2 = 2 | #2 = 2 | 2nd = 2 | the 3rd one please = 3 | I want the second = 2 | I'll take the first one = 1 | I choose 3 = 3 | the middle one = 2 | the top one = 1 | the bottom one = 3 | opening hours = 1 | prices please = 3 | pricse = 3 | book a vist = 2 | opening ours = 1 | 7 = - | neither = - | not the second one = - | one or two = - | none = -`,
    ],
  ]
  for (const [labels, list] of cases)
    for (const one of each(list)) {
      const [said = '', expected = ''] = one.split(' = ')
      test(`«${said}» of ${labels.join(', ')} is ${expected}`, () => assert.equal(choose(labels, said), labels[Number(expected) - 1] ?? null))
    }
})

describe('e-mail', () => {
  const show = (said: string): string => {
    const reading = readEmail(said)
    return reading.outcome === 'understood' ? reading.value : reading.outcome === 'unsure' ? `? ${reading.candidates.join(' ')}` : '-'
  }
  const cases = `ana@ejemplo.com = ana@ejemplo.com | juan arroba gmail punto com = juan@gmail.com | juan punto perez arroba gmail punto com = juan.perez@gmail.com | mi correo es juan arroba hotmail punto com punto ar = juan@hotmail.com.ar
    meu email é maria arroba uol ponto com ponto br = maria@uol.com.br | john at gmail dot com = john@gmail.com | ana guion bajo perez arroba gmail punto com = ana_perez@gmail.com | ANA@GMAIL.COM = ANA@gmail.com
    ana@gmial.com = ? ana@gmail.com ana@gmial.com | ana@gmail.con = ? ana@gmail.com ana@gmail.con | ana@hotmal.com = ? ana@hotmail.com ana@hotmal.com | ana@gmail.co = ? ana@gmail.com ana@gmail.co | ana@outlok.com = ? ana@outlook.com ana@outlok.com | ana@yaho.com.br = ? ana@yahoo.com.br ana@yaho.com.br | ana@empresa.con = ? ana@empresa.com ana@empresa.con
    ana @ gmail . com = ? ana@gmail.com | ana@gmail,com = ? ana@gmail.com | ana@gmail. com = ? ana@gmail.com | mi mail es ana @ yahoo . com . ar = ? ana@yahoo.com.ar
    ana @gmail.com = ? ana@gmail.com | anagmail.com = ? ana@gmail.com | juan perez arroba gmail punto com = ? juanperez@gmail.com juan.perez@gmail.com perez@gmail.com
    ana@ = - | ana = - | no tengo = - | a@b.com y c@d.com = - | @ana = - | ana arroba = -
    ana@ymail.com = ana@ymail.com | ana@empresa.com.ar = ana@empresa.com.ar | ana@gmail.com = ana@gmail.com`
  for (const one of each(cases)) {
    const [said = '', expected = ''] = one.split(' = ')
    test(`«${said}» is ${expected}`, () => assert.equal(show(said), expected))
  }
  test('nothing makes it throw', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (any) => assert.ok(show(any)))))
})

describe('documents', () => {
  const show = (said: string, kinds?: DocumentKind[]): string => {
    const reading = documentIn(said, { kinds })
    if (reading.outcome === 'unsure') return `? ${reading.candidates.map(({ kind, shown }) => `${kind} ${shown}`).join(', ')}`
    return reading.outcome === 'understood' ? `${reading.kind} ${reading.shown}` : reading.outcome === 'wrong' ? `wrong ${reading.kind}` : '-'
  }
  const cases: [string, DocumentKind[] | undefined, string][] = [
    ['529.982.247-25', ['cpf'], 'cpf 529.982.247-25'],
    ['52998224725', ['cpf'], 'cpf 529.982.247-25'],
    ['meu cpf é 529 982 247 25', ['cpf'], 'cpf 529.982.247-25'],
    ['529.982.247-26', ['cpf'], 'wrong cpf'],
    ['111.111.111-11', ['cpf'], 'wrong cpf'],
    ['11.222.333/0001-81', ['cnpj'], 'cnpj 11.222.333/0001-81'],
    ['11222333000181', ['cnpj'], 'cnpj 11.222.333/0001-81'],
    ['11.222.333/0001-82', ['cnpj'], 'wrong cnpj'],
    ['12.ABC.345/01DE-35', ['cnpj'], 'cnpj 12.ABC.345/01DE-35'],
    ['12abc34501de35', ['cnpj'], 'cnpj 12.ABC.345/01DE-35'],
    ['12.ABC.345/01DE-36', ['cnpj'], 'wrong cnpj'],
    ['20-12345678-6', ['cuit'], 'cuit 20-12345678-6'],
    ['mi CUIL es 20 12345678 6', ['cuit'], 'cuit 20-12345678-6'],
    ['20-12345678-5', ['cuit'], 'wrong cuit'],
    ['12.345.678-5', ['rut'], 'rut 12.345.678-5'],
    ['rut: 12345678-5', ['rut'], 'rut 12.345.678-5'],
    ['12.345.670-k', ['rut'], 'rut 12.345.670-K'],
    ['12.345.678-9', ['rut'], 'wrong rut'],
    ['GODE561231GR8', ['rfc'], 'rfc GODE561231GR8'],
    ['gode 561231 gr8', ['rfc'], 'rfc GODE561231GR8'],
    ['GODE561231GR9', ['rfc'], 'wrong rfc'],
    ['XAXX010101000', ['rfc'], 'rfc XAXX010101000'],
    ['HEGG560427MVZRRL04', ['curp'], 'curp HEGG560427MVZRRL04'],
    ['mi curp es hegg560427mvzrrl04', ['curp'], 'curp HEGG560427MVZRRL04'],
    ['HEGG560427MVZRRL05', ['curp'], 'wrong curp'],
    ['12.345.678', ['dni'], 'dni 12.345.678'],
    ['DNI 12345678', ['dni'], 'dni 12.345.678'],
    ['12345678Z', ['dni'], 'dni 12.345.678Z'],
    ['12345678A', ['dni'], 'wrong dni'],
    ['123', undefined, '-'],
    ['no tengo', undefined, '-'],
    ['52998224725', undefined, '? cpf 529.982.247-25'],
    ['529.982.247-25', undefined, 'cpf 529.982.247-25'],
    ['mi cpf es 52998224725', undefined, 'cpf 529.982.247-25'],
    ['11144477735', undefined, 'cpf 111.444.777-35'],
    ['30123468', undefined, '? rut 3.012.346-8, dni 30.123.468'],
    ['dni 30123468', undefined, 'dni 30.123.468'],
    ['30123468', ['rut', 'dni'], 'rut 3.012.346-8'],
    ['20-12345678-6', undefined, 'cuit 20-12345678-6'],
  ]
  for (const [said, kinds, expected] of cases) test(`«${said}» is ${expected}`, () => assert.equal(show(said, kinds), expected))

  test('of several kinds the one of the country counts, and another country only asks', () => {
    const kindOf = (said: string, country: string, kinds?: DocumentKind[]) => {
      const reading = documentIn(said, { kinds, country })
      return reading.outcome === 'understood' ? reading.kind : reading.outcome
    }
    assert.deepEqual(
      ['AR', 'CL', 'BR'].map((country) => kindOf('30123468', country)),
      ['dni', 'rut', 'unsure'],
    )
    assert.equal(kindOf('30123468', 'AR', ['rut', 'dni']), 'dni')
    assert.deepEqual(
      ['AR', 'BR'].map((country) => kindOf('11144477735', country)),
      ['unsure', 'cpf'],
    )
  })

  test('one changed digit is noticed, and nothing makes it throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['52998224725', 'cpf'], ['11222333000181', 'cnpj'], ['20123456786', 'cuit'], ['123456785', 'rut']),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        ([number = '', kind], at, more) => {
          const changed = number.slice(0, at) + String((Number(number[at]) + more) % 10) + number.slice(at + 1)
          assert.notEqual(documentIn(changed, { kinds: [DocumentKind.parse(kind)] }).outcome, 'understood')
        },
      ),
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (any) => assert.ok(documentIn(any))))
  })
})
