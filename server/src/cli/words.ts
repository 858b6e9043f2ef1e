import type { Language } from '../config/terminal-preferences.ts'

/** What `start` says, in the languages of the product. Failures are English: they are searched for and reported. */
export type Words = {
  newData: string
  embedded: string
  takenOver: string
  schema: (total: number, applied: number) => string
  demo: (tenants: number, conversations: number) => string
  demoKept: string
  demoOff: string
  jobs: string
  noJobs: string
  portBusy: (wanted: number) => string
  webMissing: string
  noNumber: string
  numbers: (count: number) => string
  noPublicUrl: string
  testClock: string
  ready: (seconds: string) => string
  open: string
  oneUse: string
  user: string
  password: string
  onlyNow: string
  passwordKept: string
  health: string
  logs: string
  stop: string
  stopping: string
  stopped: string
}

const en: Words = {
  newData: 'new',
  embedded: 'embedded',
  takenOver: 'taken over from a killed start',
  schema: (total, applied) => `${total} migrations${applied > 0 && applied < total ? `, ${applied} new` : ''}`,
  demo: (tenants, conversations) => `${tenants} ${tenants === 1 ? 'tenant' : 'tenants'}${conversations > 0 ? `, ${conversations} conversations` : ''}`,
  demoKept: 'kept as it was',
  demoOff: 'off',
  jobs: 'workers and scheduler on',
  noJobs: 'none in this role',
  portBusy: (wanted) => `port ${wanted} is busy`,
  webMissing: 'not built, only the API is served (npm ci && npm run build)',
  noNumber: 'no number connected (phone simulator ready)',
  numbers: (count) => `${count} ${count === 1 ? 'number' : 'numbers'}`,
  noPublicUrl: 'PUBLIC_URL not set; only the official Meta API needs it',
  testClock: 'TEST_CLOCK is on: the time can be moved through the API',
  ready: (seconds) => `Ready in ${seconds} s`,
  open: 'Open',
  oneUse: 'signs you in, one use, 30 min',
  user: 'User',
  password: 'Password',
  onlyNow: 'shown only now',
  passwordKept: 'as before; for a new one: npm run cli -- admin reset-password',
  health: 'Health',
  logs: 'Logs',
  stop: 'Stop Ctrl+C',
  stopping: 'Stopping',
  stopped: 'Stopped. Everything is kept.',
}

const es: Words = {
  newData: 'nueva',
  embedded: 'incluida',
  takenOver: 'retomada de un arranque interrumpido',
  schema: (total, applied) => `${total} migraciones${applied > 0 && applied < total ? `, ${applied} nuevas` : ''}`,
  demo: (tenants, conversations) =>
    `${tenants} ${tenants === 1 ? 'organización' : 'organizaciones'}${conversations > 0 ? `, ${conversations} conversaciones` : ''}`,
  demoKept: 'queda como estaba',
  demoOff: 'apagada',
  jobs: 'trabajos y agenda en marcha',
  noJobs: 'ninguno en este rol',
  portBusy: (wanted) => `el puerto ${wanted} está ocupado`,
  webMissing: 'sin construir, solo responde la API (npm ci && npm run build)',
  noNumber: 'ningún número conectado (simulador de teléfono listo)',
  numbers: (count) => `${count} ${count === 1 ? 'número' : 'números'}`,
  noPublicUrl: 'PUBLIC_URL sin definir; solo la API oficial de Meta la necesita',
  testClock: 'TEST_CLOCK encendido: la API puede mover la hora',
  ready: (seconds) => `Listo en ${seconds} s`,
  open: 'Abrir',
  oneUse: 'inicia tu sesión, un solo uso, 30 min',
  user: 'Usuario',
  password: 'Clave',
  onlyNow: 'se muestra solo ahora',
  passwordKept: 'la de antes; para una nueva: npm run cli -- admin reset-password',
  health: 'Estado',
  logs: 'Registros',
  stop: 'Detener Ctrl+C',
  stopping: 'Deteniendo',
  stopped: 'Detenido. Todo queda guardado.',
}

const pt: Words = {
  newData: 'nova',
  embedded: 'incluído',
  takenOver: 'retomado de um início interrompido',
  schema: (total, applied) => `${total} migrações${applied > 0 && applied < total ? `, ${applied} novas` : ''}`,
  demo: (tenants, conversations) => `${tenants} ${tenants === 1 ? 'organização' : 'organizações'}${conversations > 0 ? `, ${conversations} conversas` : ''}`,
  demoKept: 'fica como estava',
  demoOff: 'desligada',
  jobs: 'trabalhos e agenda em marcha',
  noJobs: 'nenhum neste papel',
  portBusy: (wanted) => `a porta ${wanted} está ocupada`,
  webMissing: 'não construída, só a API responde (npm ci && npm run build)',
  noNumber: 'nenhum número conectado (simulador de telefone pronto)',
  numbers: (count) => `${count} ${count === 1 ? 'número' : 'números'}`,
  noPublicUrl: 'PUBLIC_URL não definida; só a API oficial da Meta precisa dela',
  testClock: 'TEST_CLOCK ligado: a API pode mudar a hora',
  ready: (seconds) => `Pronto em ${seconds} s`,
  open: 'Abrir',
  oneUse: 'inicia sua sessão, um só uso, 30 min',
  user: 'Usuário',
  password: 'Senha',
  onlyNow: 'mostrada só agora',
  passwordKept: 'a de antes; para uma nova: npm run cli -- admin reset-password',
  health: 'Estado',
  logs: 'Registros',
  stop: 'Parar Ctrl+C',
  stopping: 'Parando',
  stopped: 'Parado. Tudo fica guardado.',
}

const all: Record<Language, Words> = { en, es, pt }
export const wordsIn = (language: Language): Words => all[language]
