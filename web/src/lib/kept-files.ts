/**
 * Files that have not reached the server yet, kept in this browser by a key of ours, so that a reload loses none of them. A browser that refuses
 * (private mode, full disk) holds them as long as the page lives.
 */
const shelf = 'files'
const held = new Map<string, Blob>()

let opening: Promise<IDBDatabase> | null = null
const open = (): Promise<IDBDatabase> => {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('chasqui', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(shelf)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
  return opening
}

const ask = async <Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> => {
  const transaction = (await open()).transaction(shelf, mode)
  const request = work(transaction.objectStore(shelf))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('refused'))
  })
}

export const keepFile = async (key: string, file: Blob): Promise<void> => {
  held.set(key, file)
  await ask('readwrite', (store) => store.put(file, key)).then(
    () => held.delete(key),
    () => undefined,
  )
}

export const readKeptFile = async (key: string): Promise<Blob | null> =>
  held.get(key) ?? ((await ask<unknown>('readonly', (store) => store.get(key)).catch(() => null)) as Blob | undefined) ?? null

export const forgetKeptFile = (key: string): void => {
  held.delete(key)
  void ask('readwrite', (store) => store.delete(key)).catch(() => undefined)
}

/** Lets go of what nothing refers to any more; `isWanted` is asked for each key. */
export const sweepKeptFiles = async (isWanted: (key: string) => boolean): Promise<void> => {
  const keys = await ask('readonly', (store) => store.getAllKeys()).catch(() => [])
  for (const key of keys) if (typeof key === 'string' && !isWanted(key)) forgetKeptFile(key)
}
