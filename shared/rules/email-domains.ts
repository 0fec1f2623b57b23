/**
 * The mail domains that most private addresses of the United States and Canada end in, the commonest first. The reader of
 * paper sheets leans towards them; it never takes one silently. Editable data.
 * Source: the providers' own domains; order by the usual share among private addresses.
 */
export const COMMON_EMAIL_DOMAINS: readonly string[] = [
  'gmail.com',
  'yahoo.com',
  'outlook.com',
  'icloud.com',
  'hotmail.com',
  'aol.com',
  'comcast.net',
  'msn.com',
  'live.com',
  'me.com',
  'att.net',
  'verizon.net',
  'sbcglobal.net',
  'ymail.com',
  'bellsouth.net',
  'charter.net',
  'cox.net',
  'earthlink.net',
  'optonline.net',
  'frontier.com',
  'protonmail.com',
  'proton.me',
  'mac.com',
  'mail.com',
  'gmx.com',
  'rocketmail.com',
  'roadrunner.com',
  'hotmail.es',
  'yahoo.es',
  'outlook.es',
  'yahoo.ca',
  'hotmail.ca',
]
