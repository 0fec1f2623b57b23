/**
 * Letters of other alphabets and styles that look like one of ours, each beside what it looks like. A phone that writes
 * Russian or Greek, or a keyboard with fancy letters, says stop with them. What Unicode takes apart by itself (full-width
 * and mathematical letters, accents) is not here. Editable data.
 * Source: after Unicode Technical Standard 39, the letters of its table of confusables that a phone keyboard offers.
 */
export const LOOK_ALIKES: { readonly asOf: string; readonly pairs: readonly (readonly [from: string, to: string])[] } =
  {
    asOf: '2026-11-23',
    pairs: [
      ['авеікмнорстухѕјԁһ', 'abeikmhopctyxsjdh'],
      ['αβεηικμνορτυχς', 'abenikmvoptuxs'],
      ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
      ['łøđı', 'lodi'],
    ],
  }
