import { createFiles } from '#files'
import { hashing, sha256 } from '#platform/crypto/digest'
import { signExpiring, verifyExpiring } from '#platform/crypto/signature'
import { absent } from '#platform/failure'
import { createConverter } from '../adapters/files/conversion/index.ts'
import type { Config } from '../config.ts'
import { openFileStore } from './file-store.ts'

type Ports = Pick<Parameters<typeof createFiles>[0], 'database' | 'log' | 'now' | 'newId'> & { config: Config; addressKey: Buffer }

/** Files where this installation keeps them, under addresses that end, with the programs that convert them. */
export const createKeptFiles = ({ config, addressKey, ...ports }: Ports) => {
  const { store, close, move } = openFileStore(config)
  const files = createFiles({
    ...ports,
    store,
    converter: createConverter(),
    sha256,
    hashing,
    sign: (text, until) => signExpiring(addressKey, text, until),
    verify: (signed, at) => verifyExpiring(addressKey, signed, at),
  })
  const readFile = async (fileId: string, tenantId: string) => {
    const file = await files.read(tenantId, fileId)
    if (!file) throw absent('file')
    return file
  }
  return { files, readFile, closeFileStore: close, moveFiles: move }
}
