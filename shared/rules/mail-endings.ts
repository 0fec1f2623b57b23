/**
 * Endings of e-mail addresses that are often seen in the United States. An ending that is none of these is no mistake; one
 * that is a letter away from one of these mostly is.
 * Source: the endings printed on the sheet, the free mail of the large providers and of the large telephone and cable
 * companies; looked up at the providers in November 2026.
 */
export const MAIL_ENDINGS = [
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'icloud.com',
  'hotmail.com',
  'aol.com',
  'msn.com',
  'live.com',
  'me.com',
  'mac.com',
  'comcast.net',
  'att.net',
  'sbcglobal.net',
  'bellsouth.net',
  'verizon.net',
  'cox.net',
  'charter.net',
  'ymail.com',
  'protonmail.com',
  'proton.me',
  'yahoo.com.mx',
  'hotmail.es',
  'example.com',
  'example.org',
] as const
