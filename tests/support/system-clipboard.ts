import type { NativeImage } from 'electron'
import type { ElectronApplication } from 'playwright'

/** What older Electrons have in place of `write`. */
interface OlderClipboard {
  readonly writeImage?: (image: NativeImage) => void
}

/** Puts a picture (PNG) on the system's clipboard, as another program does with a copied one. */
export async function copyPicture(app: ElectronApplication, png: Uint8Array): Promise<void> {
  await app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const { writeImage } = clipboard as OlderClipboard
    if (writeImage) writeImage(nativeImage.createFromBuffer(bytes))
    else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })])
  }, Buffer.from(png).toString('base64'))
}
