/**
 * The points that carriers, vetters and the law look for on a paper opt-in form, in the order of the checklist.
 * Source: 47 CFR 64.1200(f)(9) for written consent; CTIA Messaging Principles 5.1 for the call to action; 10DLC vetting guides.
 */
export const FORM_POINTS = [
  'business_name',
  'names_text_messages',
  'mobile_number',
  'separate_boxes',
  'signature',
  'date',
  'frequency',
  'rates',
  'stop_and_help',
  'not_a_condition',
  'not_shared',
  'privacy_and_terms',
  'automated_marketing',
  'not_encrypted',
  'version_and_language',
] as const

/** One point of the checklist. */
export type FormPoint = (typeof FORM_POINTS)[number]

/** The checklist, and what only paper asks for: type that has a sheet's letters, and one page that holds its words. */
export const SHEET_POINTS = [...FORM_POINTS, 'letters', 'room'] as const

/** One thing that a sheet needs to be printed. */
export type SheetPoint = (typeof SHEET_POINTS)[number]
