import type { Utterances } from '../utterance.ts'

/** Answers that are a yes or a no to one question and not to another. */
export type Asked = { question: string; said: Utterances }

export const askedYesNo: Record<'es' | 'pt-BR' | 'en', Asked[]> = {
  es: [
    {
      question: '¿Quieres agregar otro producto?',
      said: [
        ['sería todo', 'no'],
        ['nomás eso', 'no'],
        ['solo eso por ahora', 'no'],
        ['así está bien', 'no'],
        ['ya con eso', 'no'],
        ['nada más gracias', 'no'],
        ['no, es todo', 'no'],
        ['sí', 'yes'],
        ['dale', 'yes'],
        ['hamburguesa', '?'],
      ],
    },
    {
      question: '¿Algo más?',
      said: [
        ['eso es todo', 'no'],
        ['por ahora eso', 'no'],
        ['listo, gracias', '?'],
        ['perfecto', '?'],
        ['sí, por favor', 'yes'],
        ['¿eso es todo?', '?'],
      ],
    },
    {
      question: '¿Eso es todo?',
      said: [
        ['eso es todo', 'yes'],
        ['así está bien', 'yes'],
        ['no', 'no'],
      ],
    },
    {
      question: '¿Confirmas tu cita del jueves a las 10?',
      said: [
        ['fíjese que no voy a poder 😔', 'no'],
        ['lo que pasa es que no puedo ir', 'no'],
        ['resulta que no voy a poder', 'no'],
        ['fatal, no puedo', 'no'],
        ['me viene fatal', 'no'],
        ['no me viene mal', '?'],
        ['se me complica', 'no'],
        ['no se me complica', '?'],
        ['no cuentes conmigo', 'no'],
        ['si me duele', '?'],
        ['si la cancela', '?'],
      ],
    },
    {
      question: '¿Quieres cancelar tu cita?',
      said: [
        ['si cancelala porfavor', 'yes'],
        ['si cancela por favor', 'yes'],
        ['cancélela', 'yes'],
        ['no la canceles', 'no'],
      ],
    },
    {
      question: '¿Te mando el catálogo?',
      said: [
        ['si mandamelo', 'yes'],
        ['si mandame', 'yes'],
        ['si instala', '?'],
      ],
    },
    {
      question: '¿Los datos están correctos?',
      said: [
        ['está mal el número', 'no'],
        ['mi apellido está mal escrito', 'no'],
        ['hay un error en mi nombre', 'no'],
        ['falta mi segundo apellido', 'no'],
        ['el número no está mal', '?'],
      ],
    },
    {
      question: '¿Hay algún error en los datos?',
      said: [['hay un error en mi nombre', '?']],
    },
  ],
  'pt-BR': [
    {
      question: 'Deseja mais alguma coisa?',
      said: [
        ['só isso mesmo', 'no'],
        ['era só isso', 'no'],
        ['por enquanto é só', 'no'],
        ['tá ótimo assim', 'no'],
        ['mais nada, obrigada', 'no'],
        ['beleza', '?'],
        ['quero', 'yes'],
      ],
    },
    {
      question: 'Confirma a consulta?',
      said: [
        ['infelizmente n vou poder', 'no'],
        ['afinal não posso', 'no'],
        ['no final não vou poder', 'no'],
      ],
    },
    {
      question: 'Os dados estão certos?',
      said: [
        ['ta errado o numero', 'no'],
        ['meu sobrenome tá errado', 'no'],
        ['tem um erro no nome', 'no'],
        ['faltou meu sobrenome', 'no'],
      ],
    },
  ],
  en: [
    {
      question: 'Anything else?',
      said: [
        ["that's all thanks", 'no'],
        ["that'll be all", 'no'],
        ["that's it", 'no'],
        ["I'm good", 'no'],
        ['just that', 'no'],
        ['perfect, thanks', '?'],
        ['yes please', 'yes'],
      ],
    },
    {
      question: 'Are your details correct?',
      said: [
        ['my last name is misspelled', 'no'],
        ["the email's wrong", 'no'],
        ["there's a typo in my name", 'no'],
        ["the email isn't wrong", '?'],
      ],
    },
  ],
}
