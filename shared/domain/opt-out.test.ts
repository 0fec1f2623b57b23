import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInbound } from './opt-out.ts'

describe('a clear stop', () => {
  test.each([
    'STOP',
    'stop',
    ' Stop. ',
    'STOP!!!',
    '"stop"',
    'S.T.O.P',
    's t o p',
    'Stop stop STOP',
    'STOPP',
    'ARRÊT',
    '👎 stop',
    'stop 🛑🙏',
    'st\u200bop',
    '\u202estop\u202c',
    'ＳＴＯＰ',
    'STOP\n',
    'Stopall',
    'STOP ALL',
    'Opt-Out',
    'OPT OUT',
    'optout',
    'unsubscribe',
    'Unsubscribe me',
    'QUIT',
    'End',
    'cancel',
    'Revoke',
    'REMOVE',
    'Stop please',
    'please stop',
    'ok stop now',
    'Please stop texting me',
    "Don't text me anymore",
    'do not contact me again',
    'take me off your list',
    'Remove my number from your list please',
    'I want to opt out',
    'please opt me out',
    'No more texts!',
    'leave me alone',
    'Can you stop sending me these messages',
    'stop texting this number',
    'yes stop',
    'cancel these texts please',
    'yes no more texts',
    'stop my reminders',
    'STOP - thanks',
    'ALTO',
    'No más',
    'no mas',
    '¡BASTA!',
    'Cancelar',
    'Parar',
    'Dar de baja',
    'ya no me escriban',
    'Por favor no me manden mensajes',
    'no quiero más mensajes',
    'dejen de escribirme',
    'Quítenme de la lista',
    'no me envíen más mensajes por favor',
    'no más por favor',
  ])('%j', (text) => {
    expect(readInbound(text).meaning).toBe('stop')
  })
})

describe('perhaps a stop: a person reads it', () => {
  test.each([
    'wrong number',
    'This is the wrong number, sorry',
    'Número equivocado',
    'stop using my number',
    'Stop at once',
    'This is spam',
    "please don't stop texting me",
    'What does "Reply STOP to cancel" mean?',
    'stop texting me at work, use my cell',
    'stop taking up space on my phone',
    'no dejen de escribirme',
    'I will be there at 3, and stop texting my husband',
    'cancel please',
    'STOP 12345',
    'How do I unsubscribe my mother?',
    'please cancel these reminders for Bob',
    'not interested',
    'no soy María',
    'too many texts',
    'no mas dolor, gracias a Dios',
  ])('%j', (text) => {
    expect(readInbound(text).meaning).toBe('maybe_stop')
  })
})

describe('plain text', () => {
  test.each([
    'Can I stop by at 3?',
    'can i stop by tomorrow to pick it up',
    'I stopped by but you were closed',
    'which bus stop is near?',
    'Should I stop taking the pills before?',
    'I need to cancel my appointment on Friday',
    'Can you cancel tomorrow?',
    'Will you remove the stitches?',
    'at the end of the week',
    'I quit smoking!',
    'C',
    'ok',
    'Thanks!',
    'No',
    'non-stop pain',
    'Quiero cancelar mi cita',
    'Mi hijo es muy alto',
    'A las 3 está bien',
    'help with parking?',
    'yes I can come at 9',
    'start at 9 or 10?',
    '',
    '   ',
    '👍',
    '...',
    '1',
    '\u200b',
    'stopover',
    'weekend',
  ])('%j', (text) => {
    expect(readInbound(text).meaning).toBe('text')
  })
})

test.each([
  ['START', 'start', 'en'],
  ['unstop', 'start', 'en'],
  ['Start please', 'start', 'en'],
  ['Iniciar', 'start', 'es'],
  ['HELP', 'help', 'en'],
  ['help!', 'help', 'en'],
  ['Ayuda', 'help', 'es'],
  ['YES', 'confirm_yes', 'en'],
  ['Yes please', 'confirm_yes', 'en'],
  ['y', 'confirm_yes', 'en'],
  ['Sí', 'confirm_yes', 'es'],
  ['sí, gracias', 'confirm_yes', 'es'],
] as const)('%j means %s in %s', (text, meaning, language) => {
  expect(readInbound(text)).toMatchObject({ meaning, language })
})

test('says which words decided', () => {
  expect(readInbound('Please STOP texting me!')).toEqual({
    meaning: 'stop',
    matched: 'stop texting',
    language: 'en',
    reach: 'everything',
  })
  expect(readInbound('see you')).toEqual({ meaning: 'text' })
})

test.each(['shop', 'step', 'stock', 'top', 'spot', 'drop', 'stops', 'test', 'The shop next step'])(
  '%j is no slip',
  (text) => {
    expect(readInbound(text).meaning).toBe('text')
  },
)

test('a bare STOP may end one kind of text; whatever says more ends everything', () => {
  for (const text of ['STOP', 'stop please', 'Stop stop', 'QUIT', 'stpo', 'ALTO', 'baja']) {
    expect([text, readInbound(text).reach]).toEqual([text, 'this_kind'])
  }
  for (const text of ['STOPALL', 'stop all', 'stop texting me', 'no more texts', 'Cancelar todo', 'stop now']) {
    expect([text, readInbound(text).reach]).toEqual([text, 'everything'])
  }
})

test('no reply that ends texts is ever read as an agreement', () => {
  const piece = fc.constantFrom(
    'stop',
    'yes',
    'start',
    'please',
    'no mas',
    'unsubscribe',
    'si',
    'help',
    'texting',
    'me',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      if (!pieces.some((word) => ['stop', 'unsubscribe', 'no mas', 'no more texts'].includes(word))) return
      expect(['stop', 'maybe_stop']).toContain(readInbound(pieces.join(' ')).meaning)
    }),
  )
})

test('reads any text without failing, and a long one quickly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readInbound(text).meaning).toBeTypeOf('string')
    }),
  )
  expect(readInbound(`${'apple '.repeat(20_000)}stop`).meaning).toBe('maybe_stop')
})
