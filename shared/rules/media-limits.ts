/** What may be attached to a message, as the message names it to the networks. */
export type MediaKind = 'image' | 'audio' | 'video' | 'vcard' | 'file'

/** What a sending number is to the networks. */
export type LineClass = '10dlc' | 'toll_free' | 'short_code'

/** How large messages may be by the office's choice. */
export type MediaPreset = 'safe' | 'usual' | 'large'

/** The most that a network is known to take of one message, in bytes, pictures and words together. */
export interface CarrierMediaLimit {
  readonly carrier: 'att' | 'verizon' | 't_mobile' | 'us_cellular'
  /** The name that people know; it is the same in every language. */
  readonly name: string
  readonly limitBytes: Readonly<Record<LineClass, number>>
  readonly source: string
}

/** The dated table of what the networks take. */
export interface MediaLimitTable {
  readonly asOf: string
  readonly source: string
  readonly types: Readonly<Record<string, MediaKind>>
  readonly mostAttachments: number
  readonly presetBytes: Readonly<Record<LineClass, Readonly<Record<MediaPreset, number>>>>
  readonly carriers: readonly CarrierMediaLimit[]
}

const TOLL_FREE_BYTES = 525_000
const upTo1Mb = { safe: 300_000, usual: 500_000, large: 1_000_000 }

/**
 * What the networks of the United States take, the smaller figure wherever two were published: nobody tells beforehand
 * whose phone a number is. Editable data.
 */
export const MEDIA_LIMITS: MediaLimitTable = {
  asOf: '2026-11-23',
  source:
    'MMS guides of Sinch (10DLC and short code), Infobip, Bandwidth and SimpleTexting; developer.vonage.com/en/messages/concepts/mms',
  // No network takes other kinds reliably; contact cards and PDF hang on the phone.
  types: {
    'image/jpeg': 'image',
    'image/png': 'image',
    'image/gif': 'image',
    'audio/mpeg': 'audio',
    'video/mp4': 'video',
    'video/3gpp': 'video',
    'text/vcard': 'vcard',
    'application/pdf': 'file',
  },
  mostAttachments: 10,
  // 300 KB arrive with every operator, 500 KB with nearly every one; above 1 MB only some.
  presetBytes: {
    '10dlc': upTo1Mb,
    short_code: upTo1Mb,
    toll_free: { safe: 300_000, usual: 500_000, large: 500_000 },
  },
  carriers: [
    {
      carrier: 'att',
      name: 'AT&T',
      limitBytes: { '10dlc': 1_000_000, short_code: 1_000_000, toll_free: TOLL_FREE_BYTES },
      source: 'Published 1 MB; 1,530,843 bytes measured on 10DLC, about 1,050,000 on short codes',
    },
    {
      carrier: 'verizon',
      name: 'Verizon',
      limitBytes: { '10dlc': 1_200_000, short_code: 1_200_000, toll_free: TOLL_FREE_BYTES },
      source: 'Published 1.2 to 1.7 MB; 1,310,720 bytes measured on 10DLC, about 1,260,000 on short codes',
    },
    {
      carrier: 't_mobile',
      name: 'T-Mobile',
      limitBytes: { '10dlc': 1_000_000, short_code: 1_000_000, toll_free: TOLL_FREE_BYTES },
      source: 'Published 1 MB, 1,048,576 bytes on the handset; 2,306,867 measured on 10DLC',
    },
    {
      carrier: 'us_cellular',
      name: 'US Cellular',
      limitBytes: { '10dlc': 500_000, short_code: 500_000, toll_free: 500_000 },
      source: 'Published about 500 KB; 1,530,843 bytes measured on 10DLC',
    },
  ],
}
