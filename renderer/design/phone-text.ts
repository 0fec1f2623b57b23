/**
 * Groups what is typed the way every number in Optdesk is grouped: `(206) 555-0142`.
 * Text that is no US number yet, or no number at all, is left as it is: the core says what is wrong with it.
 */
export function groupPhone(text: string): string {
  if (/[^\d\s().+-]/.test(text)) return text
  const digits = text.replace(/\D/g, '')
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (national.length !== 10 || (text.trim().startsWith('+') && !digits.startsWith('1'))) return text
  return `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`
}
