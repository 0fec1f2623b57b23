import { useEffect, useState } from 'react'

/** Gives bytes an address within this window, for as long as they are shown. The bytes live in this window only. */
export function useObjectAddress(bytes: Uint8Array | undefined, mediaType: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!bytes) return undefined
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [bytes, mediaType])
  return address
}
