import type { Config } from '../../config.ts'
import type { Finding } from './finding.ts'
import { mask } from './finding.ts'

/** Where files are kept, whether it answers, and what can be made of them on this machine. */
export const checkFiles = async (config: Config): Promise<Finding[]> => [await checkStore(config), await checkConversion()]

const checkStore = async (config: Config): Promise<Finding> => {
  if (!config.objectStore) return { state: 'ok', subject: 'files', detail: 'on this disk, in the data folder' }
  const { createGuardedFetch } = await import('../../platform/egress/guarded-fetch.ts')
  const { s3Store } = await import('../../adapters/files/s3/index.ts')
  const { host, origin } = new URL(config.objectStore.endpoint)
  const { fetch, close } = createGuardedFetch({ allow: config.egressAllow, trustedOrigins: [origin] })
  try {
    await s3Store({ ...config.objectStore, secretAccessKey: config.secrets.s3SecretAccessKey ?? '' }, fetch).get('doctor/not-there')
    return { state: 'ok', subject: 'files', detail: mask(`bucket ${config.objectStore.bucket} at ${host}`) }
  } catch (error) {
    return { state: '!!', subject: 'files', detail: mask(`the bucket at ${host} does not answer: ${(error as Error).message}`) }
  } finally {
    await close()
  }
}

const checkConversion = async (): Promise<Finding> => {
  const { findFfmpeg } = await import('../../adapters/files/conversion/ffmpeg.ts')
  return findFfmpeg()
    ? { state: 'ok', subject: 'ffmpeg', detail: 'videos are made to fit, and shown by a picture of theirs' }
    : { state: 'ok', subject: 'ffmpeg', detail: 'not on this machine: pictures and voice notes are converted, videos go as they are or are refused' }
}
