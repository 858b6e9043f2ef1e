type Words = { subject: string; before: string; after: string }

const words: Record<'es' | 'pt-BR' | 'en', Words> = {
  es: {
    subject: 'Nueva contraseña para Chasqui',
    before: 'Con este enlace eliges una contraseña nueva. Sirve una vez y vence en 30 minutos:',
    after: 'Si no lo pediste, no hagas nada: tu contraseña sigue igual.',
  },
  'pt-BR': {
    subject: 'Nova senha para o Chasqui',
    before: 'Com este link você escolhe uma senha nova. Ele vale uma vez e vence em 30 minutos:',
    after: 'Se você não pediu, não faça nada: sua senha continua a mesma.',
  },
  en: {
    subject: 'New password for Chasqui',
    before: 'This link lets you choose a new password. It works once and runs out in 30 minutes:',
    after: 'If you did not ask for it, do nothing: your password stays as it is.',
  },
}

/** The mail with a link for a new password. Nothing in it comes from whoever asked. */
export const resetMail = (language: 'es' | 'pt-BR' | 'en' | null, url: string): { subject: string; text: string } => {
  const { subject, before, after } = words[language ?? 'es']
  return { subject, text: `${before}\n\n${url}\n\n${after}\n` }
}
