type Language = 'es' | 'pt-BR' | 'en'
type Words = { subject: string; before: string; after: string }
type Mail = { subject: string; text: string }

const mailOf = ({ subject, before, after }: Words, url: string): Mail => ({ subject, text: `${before}\n\n${url}\n\n${after}\n` })

const confirmation: Record<Language, Words> = {
  es: {
    subject: 'Confirma tu correo para Chasqui',
    before: 'Con este enlace confirmas que este correo es tuyo. Ábrelo en el navegador donde entraste; vence en 3 días:',
    after: 'Si no creaste una cuenta en Chasqui, no hagas nada: sin este enlace, quien la creó no confirma tu correo.',
  },
  'pt-BR': {
    subject: 'Confirme seu e-mail para o Chasqui',
    before: 'Com este link você confirma que este e-mail é seu. Abra no navegador em que você entrou; ele vence em 3 dias:',
    after: 'Se você não criou uma conta no Chasqui, não faça nada: sem este link, quem a criou não confirma seu e-mail.',
  },
  en: {
    subject: 'Confirm your address for Chasqui',
    before: 'This link confirms that this address is yours. Open it in the browser where you signed in; it runs out in 3 days:',
    after: 'If you did not make an account at Chasqui, do nothing: without this link, whoever made it does not confirm your address.',
  },
}

const known: Record<Language, Words> = {
  es: {
    subject: 'Ya tienes una cuenta en Chasqui',
    before: 'Alguien quiso crear una cuenta con este correo, que ya tiene una. Para entrar, o elegir una contraseña nueva si no la sabes:',
    after: 'Si no fuiste tú, no hagas nada: no cambió nada.',
  },
  'pt-BR': {
    subject: 'Você já tem uma conta no Chasqui',
    before: 'Alguém quis criar uma conta com este e-mail, que já tem uma. Para entrar, ou escolher uma senha nova se você não a sabe:',
    after: 'Se não foi você, não faça nada: nada mudou.',
  },
  en: {
    subject: 'You already have an account at Chasqui',
    before: 'Somebody tried to make an account with this address, which has one already. To sign in, or choose a new password if you do not know it:',
    after: 'If it was not you, do nothing: nothing has changed.',
  },
}

const owner: Record<Language, Words> = {
  es: {
    subject: 'Te esperan para administrar un negocio en Chasqui',
    before: 'Con este enlace aceptas administrarlo, con la cuenta que tiene este correo. Sirve una vez y vence en 7 días:',
    after: 'Si esa cuenta no la creaste tú, elige una contraseña nueva donde se pide entrar: así vuelve a ser tuya.',
  },
  'pt-BR': {
    subject: 'Esperam você para administrar um negócio no Chasqui',
    before: 'Com este link você aceita administrá-lo, com a conta que tem este e-mail. Ele vale uma vez e vence em 7 dias:',
    after: 'Se não foi você quem criou essa conta, escolha uma senha nova onde se pede para entrar: assim ela volta a ser sua.',
  },
  en: {
    subject: 'You are asked to run a business at Chasqui',
    before: 'With this link you accept to run it, with the account that has this address. It works once and runs out in 7 days:',
    after: 'If you did not make that account, choose a new password where you are asked to sign in: that makes it yours again.',
  },
}

/** The mail that confirms an address. Nothing in these mails comes from whoever typed it. */
export const confirmationMail = (language: Language | null, url: string): Mail => mailOf(confirmation[language ?? 'es'], url)

/** To somebody whose address was used to register although it has an account. */
export const knownAddressMail = (language: Language | null, url: string): Mail => mailOf(known[language ?? 'es'], url)

/** To somebody whom the host asks to run an organisation. */
export const ownerMail = (language: Language | null, url: string): Mail => mailOf(owner[language ?? 'es'], url)
