import type { ReplyWords } from './opt-out-words.ts'
import { listed, slipsOf } from './word-list.ts'

/** The English words, see `opt-out-words.ts`. */
export const ENGLISH_REPLY_WORDS: ReplyWords = {
  stop: listed(`
    stop, quit, end, revoke, opt out, cancel, unsubscribe, stopall, stop all, stop it, stop everything, optout, opting out,
    unsub, remove, end all, cancel all, quit all, quit it, knock it off, cut it out, make it stop, discontinue, cease,
    halt, exit, arret, arreter, arretez`),
  all: listed('stopall, stop all, stop everything, end all, cancel all, quit all'),
  everyday: listed('halt, exit, quit, end, revoke, cancel, remove, quit it, knock it off, cut it out'),
  errands: listed('cancel, remove'),
  stopPhrases: listed(`
    stop texting, stop text, stop messaging, stop sending, stop contacting, stop these, stop the texts, stop with the texts,
    stop the messages, stop texts, stop messages, stop bothering, quit texting, quit messaging, quit sending, do not text,
    dont text, do not message, dont message, do not contact, dont contact, do not send, dont send, do not disturb me,
    no more texts, no more text, no more messages, no further texts, no further messages, no texts, never text,
    never contact, never message, remove me, remove my number, remove this number, take me off, take my number off,
    take this number off, get me off, opt me out, i opt out, unsubscribe me, unsubscribe from, want to opt out, like to opt out,
    want to unsubscribe, like to unsubscribe, delete my number, lose my number, leave me alone, leave us alone, leave me be, no texting,
    delete me, erase me, erase my, take me out of your system, take me out of the system, dont spam me, do not spam me, stop spamming, stop harassing,
    dont want to hear from you, do not want to hear from you, turn off notifications, turn this off, discontinue texts,
    cancel texts, cancel text, cancel messages, end texts, end messages, cancel these, cancel my subscription,
    revoke my consent, i revoke consent, withdraw my consent, take back my consent, do not want texts, dont want texts,
    dont want these texts, do not want these texts, dont want any more texts, do not want any more texts,
    dont want to get texts, do not want to get texts, do not want to receive, dont want to receive, no longer want,
    no longer wish to receive, dont wish to receive, do not wish to receive, turn off texts, turn off text,
    turn off messages, turn off these, turn these off, enough with the texts, blowing up my phone`),
  maybePhrases: listed(`
    number has changed, i never signed up, did not sign up, didnt sign up, did not agree, didnt agree, did not consent,
    didnt consent, spam, report you, reporting this, reporting you, my lawyer, attorney, not interested, too many texts,
    too many messages, text too much, texting too much, no longer a patient, not a patient, not your patient,
    changed doctors, changed dentist, changed dentists, switched doctors, passed away, deceased, dad died, mom died,
    mother died, father died, husband died, wife died, son died, daughter died, she died, he died, harassment, harassing,
    got my number, get my number, gave you my number, get this number, call instead, instead of text, instead of texts,
    instead of texting, cant get texts, no text, texts cost, your offers, no more offers, no more promotions,
    why are you texting, cease and desist, blocking you, block this number, block you`),
  maybeAlone: listed(`
    no more, enough, enough already, thats enough, not anymore, i dont want this, i dont want these, dont want this,
    dont want these, i dont want it, dont want it,
    dont want it anymore, dont want this anymore, dont want these anymore, i do not want this, i do not want these, block, blocked, go away, get lost,
    f off, fuck off, piss off, screw off, no more please, im not *, i am not *`),
  wrongNumber: listed(`
    wrong number, wrong person, wrong phone, wrong num, not my number, isnt my number, not her number, isnt her number,
    not his number, isnt his number, not his phone, isnt his phone, not her phone, isnt her phone, not their number,
    no longer * number, no longer his number, this number belongs, got this number, have this number now, by that name,
    dont know who that is, do not know who that is, dont know any *, do not know any *, not your patient`),
  innocent: listed(`
    stop by, stop over, stop off, bus stop, one stop, last stop, next stop, my stop, stop sign, truck stop, stop and shop, non stop, wont stop, cant stop,
    will not stop, cannot stop, doesnt stop, does not stop, didnt stop, stop taking, stop the bleeding, stop bleeding,
    stop hurting, stop smoking, stop eating, stop drinking, stop wearing, stop coughing, stop using the,
    stop the meds, stop the medication, stop the medicine, stop the antibiotic, stop the pills, spam filter, spam folder,
    died laughing, im not sure, im not coming, im not going, im not ready, im not able, im not available, im not well,
    im not home, im not there, im not late, im not feeling, im not pregnant, im not allergic, im not in, im not working,
    i am not sure, i am not coming, i am not going, i am not ready, i am not able, i am not available, i am not home,
    i am not allergic, i am not pregnant`),
  start: listed('start, unstop, resume, subscribe, opt in, optin, start texts, restart'),
  help: listed('help, info, help me, information'),
  yes: listed('yes, y, yep, yeah, i agree, agree'),
  courtesy: listed(`
    please, kindly, pls, plz, thanks, thank you, thx, ty, ok, okay, hi, hello, hey, sir, maam, svp, s il vous plait, merci`),
  wishing: listed(`
    now, just, immediately, asap, today, already, all, me, my, this, these, the, this number, anymore, any more, any,
    again, ever, more, can you, could you, would you, will you, you, i, i said, i want you to, i want to,
    i would like to, id like to, want, to, texts, text, messages, message, reminders, from your list, sms,
    off your list, from the list, off the list, from this list, off this list, your list, your lists, from all of your lists, list, guys, from you, from you guys, your, stuff, out of your system,
    out of the system, info, yes,
    no, it, of, so many, at this number, on this number`),
  texts: listed(`
    text, texts, texting, message, messages, sms, list, notifications, subscription, reminders, number, phone, cell`),
  negations: listed('dont, do not, not, never, didnt, did not, wont, cant'),
  slips: slipsOf(`
    stop: stopp, stpo, sotp, tsop, stp, sstop, stopt, stopo, stopn, stopl, sttop, stoip, stiop, stap, stpp, satop, tstop
    unsubscribe: unsubcribe, unsuscribe, unsubscibe, unsubsribe, unsubscrib, unsubscribed, unsubscrible, unscribe, unsubscript
    out: ouy, iut
    cancel: cancell, cancle, cansel, cancal
    texting: txting, texing, txtng, textin
    text: txt, tex
    texts: txts
    messages: msgs, mesages, messeges
    message: msg, mesage, messege
    number: nbr, num, nmbr, numb
    wrong: wrng, worng, rong
    dont: don, dnt, dnot
    remove: rmv, remve, remov
    please: plese, pleas, plase, pleasee`),
  guessable: listed('stop, unsubscribe, texting, texts, messages'),
  ordinary: listed(`
    shop, step, stock, slop, swop, top, tops, sop, sops, strop, stomp, stow, stoup, stot, stoa, stob, atop, stops, spot, stoic,
    crop, drop, chop, text, test, tests, testing, tent, tents, resting, teeth, messenger, massages`),
}
