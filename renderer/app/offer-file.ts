/** Time for the system's question where to put the file; after it the address is of no use to anybody. */
const ASKING_MS = 60_000

/** Hands a file over to be saved; the system asks where. */
export function offerFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), ASKING_MS)
}
