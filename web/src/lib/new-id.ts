/** 32 random hex digits. `crypto.randomUUID` is missing on plain http outside localhost, where a LAN installation lives; this is not. */
export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
