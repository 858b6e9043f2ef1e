import { readConfig } from '../../config.ts'
import type { Config, Environment } from '../../config.ts'
import { StartError, exitCode } from '../../platform/start-error.ts'
import type { Command } from '../command.ts'
import { checkDatabase } from '../doctor/database.ts'
import { checkFiles } from '../doctor/files.ts'
import type { Finding } from '../doctor/finding.ts'
import { checkRedis } from '../doctor/redis.ts'
import { checkClock, checkDisk, checkMemory, checkNode, checkPort, checkWebApp } from '../doctor/machine.ts'

/** A diagnosis must not create the secrets of an installation. */
const noSecrets = () => ({ jwtSecret: '', encryptionKeys: [] })

const checkConfig = (env: Environment): { finding: Finding; config: Config } => {
  try {
    const config = readConfig(env, noSecrets)
    return { config, finding: { state: 'ok', subject: 'settings', detail: config.production ? 'production' : 'this machine (NODE_ENV is not production)' } }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    const finding: Finding = { state: 'xx', subject: 'settings', detail: `${error.why} ${error.todo}`, failure: error.failure }
    return { config: readConfig({}, noSecrets), finding }
  }
}

const examine = async (env: Environment): Promise<Finding[]> => {
  const { finding, config } = checkConfig(env)
  return [
    checkNode(),
    finding,
    checkDisk(config),
    checkMemory(),
    checkClock(),
    await checkPort(config),
    await checkDatabase(config),
    ...(await checkRedis(config)),
    ...(await checkFiles(config)),
    checkWebApp(),
  ]
}

export const doctor: Command = {
  usage: 'doctor',
  summary: 'check this machine; the output holds no secret',
  run: async ({ env, terminal }) => {
    const findings = await examine(env)
    for (const { state, subject, detail } of findings) {
      terminal.line({ state, subject, detail })
      terminal.event({ event: 'finding', state, subject, detail })
    }
    const failure = findings.find((finding) => finding.failure)?.failure
    return failure ? exitCode[failure] : 0
  },
}
