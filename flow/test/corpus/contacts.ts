import type { Utterances } from './utterance.ts'

/** E-mail addresses, written and dictated. */
export const emails: Record<'es' | 'pt-BR' | 'en', Utterances> = {
  es: [
    ['juan.perez@gmail.com', 'juan.perez@gmail.com'],
    ['mi mail es juan.perez@gmail.com', 'juan.perez@gmail.com'],
    ['juan punto perez arroba gmail punto com', 'juan.perez@gmail.com?'],
    ['juanperez arroba gmail punto com', 'juanperez@gmail.com?'],
    ['ana guion bajo lopez arroba hotmail punto com', 'ana_lopez@hotmail.com?'],
    ['ana guion lopez arroba hotmail punto com', 'ana-lopez@hotmail.com?'],
    ['mi correo es maria arroba empresa punto com punto ar', 'maria@empresa.com.ar?'],
    ['juan @ gmail . com', 'juan@gmail.com?'],
    ['juan(arroba)gmail.com', 'juan@gmail.com?'],
    ['juan@gmial.com', 'juan@gmail.com?'],
    ['juan@gmail,com', 'juan@gmail.com?'],
    ['JUAN@GMAIL.COM', 'JUAN@gmail.com'],
    ['juan tres arroba gmail punto com', 'juan3@gmail.com?'],
    ['no tengo mail', '?'],
    ['juan@', '?'],
    ['ana@x.com o ana@y.com', '?'],
  ],
  'pt-BR': [
    ['meu email é joao@uol.com.br', 'joao@uol.com.br'],
    ['joao arroba uol ponto com ponto br', 'joao@uol.com.br?'],
    ['joao ponto silva arroba gmail ponto com', 'joao.silva@gmail.com?'],
    ['ana underline lima arroba gmail ponto com', 'ana_lima@gmail.com?'],
    ['ana traço lima arroba gmail ponto com', 'ana-lima@gmail.com?'],
    ['não tenho', '?'],
  ],
  en: [
    ['ann@example.com', 'ann@example.com'],
    ["it's ann@example.com", 'ann@example.com'],
    ['ann at example dot com', 'ann@example.com?'],
    ['ann dot lee at gmail dot com', 'ann.lee@gmail.com?'],
    ['ann underscore lee at gmail dot com', 'ann_lee@gmail.com?'],
    ['ann dash lee at gmail dot com', 'ann-lee@gmail.com?'],
    ['i am at home', '?'],
  ],
}

/** Phone numbers of somebody in Argentina, Brazil and the United States. */
export const phones: Record<'es-AR' | 'pt-BR' | 'en-US', Utterances> = {
  'es-AR': [
    ['+54 9 11 5544-3322', '+5491155443322'],
    ['11 5544 3322', '+541155443322'],
    ['11-5544-3322', '+541155443322'],
    ['011 15 5544 3322', '+5491155443322'],
    ['mi cel es 1155443322', '+541155443322'],
    ['+1 415 555 2671', '+14155552671'],
    ['once cincuenta y cinco cuarenta y cuatro treinta y tres veintidós', '+541155443322?'],
    ['uno uno cinco cinco cuatro cuatro tres tres dos dos', '+541155443322?'],
    ['5544', '?'],
    ['este mismo', '?'],
    ['no tengo', '?'],
    ['11 5544 3322 o 11 5544 3323', '?'],
  ],
  'pt-BR': [
    ['(11) 98765-4321', '+5511987654321'],
    ['11 98765 4321', '+5511987654321'],
    ['+55 11 98765-4321', '+5511987654321'],
    ['um um nove oito sete meia cinco quatro três dois um', '+5511987654321?'],
    ['onze nove oitenta e sete meia cinco quarenta e três vinte e um', '+5511987654321?'],
    ['meu zap é 11987654321', '+5511987654321'],
    ['esse mesmo', '?'],
  ],
  'en-US': [
    ['(415) 555-2671', '+14155552671'],
    ['415.555.2671', '+14155552671'],
    ['415 555 2671', '+14155552671'],
    ['four one five five five five two six seven one', '+14155552671?'],
    ['four one five triple five two six seven one', '+14155552671?'],
    ['+44 20 7946 0958', '+442079460958'],
    ['call me', '?'],
  ],
}

/** The numbers of people's and companies' documents. */
export const documents: Record<string, Utterances> = {
  cpf: [
    ['529.982.247-25', '529.982.247-25'],
    ['52998224725', '529.982.247-25'],
    ['meu cpf é 529 982 247 25', '529.982.247-25'],
    ['529.982.247-26', '?'],
    ['cinco dois nove nove oito dois dois quatro sete dois cinco', '529.982.247-25?'],
  ],
  cuit: [
    ['20-12345678-6', '20-12345678-6'],
    ['20123456786', '20-12345678-6'],
    ['20-12345678-5', '?'],
    ['20 12345678 6', '20-12345678-6'],
  ],
  rut: [
    ['12.345.678-5', '12.345.678-5'],
    ['12345678-5', '12.345.678-5'],
    ['12345678-4', '?'],
  ],
  dni: [
    ['30.123.456', '30.123.456'],
    ['30123456', '30.123.456'],
    ['dni 30123456', '30.123.456'],
    ['X1234567L', 'X1234567L'],
    ['mi NIE es X-1234567-L', 'X1234567L'],
    ['x1234567a', '?'],
    ['mi dni es 12345678 Z', '12.345.678Z'],
  ],
}
