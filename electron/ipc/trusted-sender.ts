/** As much of an Electron frame as is needed to know it; null once the frame is gone. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** The only page that may talk to the core. Chromium has normalised a frame's address, so its beginning says enough. */
const OUR_PAGE = 'app://bundle/'

/** True for the top frame of our own page: not for a frame inside it, another page, or a frame already gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(OUR_PAGE)
}
