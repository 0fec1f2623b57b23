/** The most that Optdesk takes in of one form file. A 300 dpi colour scan of a letter page has 8.4 megapixels. */
export const FORM_FILE_LIMITS = {
  sizeBytes: 20_000_000,
  megapixels: 24,
  pdfPages: 100,
} as const

/** The longer side of a page as it is shown, in pixels: a letter page at 200 dpi. */
export const PAGE_LONG_SIDE_PX = 2200

/** The most that Optdesk takes in of one file that is to go out with a message. The pixels are those of a form. */
export const MEDIA_FILE_LIMITS = { sizeBytes: 10_000_000, gifFrames: 300 } as const

/** The longer side of a picture on the screen, in pixels: on a phone of the preview, in a bubble, as a thumbnail. */
export const PREVIEW_LONG_SIDE_PX = 480
