import type { MediaProblem } from '../domain/media-limits.ts'
import type { MediaKind } from '../rules/media-limits.ts'

/**
 * Every way in which a call can fail that a person can act on. An error is data: its code and the facts of the case.
 * The window turns it into a sentence (`renderer/i18n`, key `error.<code>`); no sentence crosses the bridge.
 */
export type AppError =
  // The call itself.
  | { readonly code: 'unknown_method'; readonly method: string }
  | { readonly code: 'invalid_input'; readonly method: string; readonly path: string }
  | { readonly code: 'not_trusted' }
  | { readonly code: 'unexpected'; readonly reference: string }
  | { readonly code: 'not_found'; readonly what: string }
  // The store and its key.
  | { readonly code: 'desk_closed' }
  | { readonly code: 'store_newer'; readonly storeVersion: string; readonly appVersion: string }
  | { readonly code: 'store_broken'; readonly path: string }
  | { readonly code: 'log_gone'; readonly path: string }
  | { readonly code: 'store_in_use'; readonly path: string }
  | { readonly code: 'folder_read_only'; readonly path: string }
  | { readonly code: 'folder_synced'; readonly path: string; readonly service: string }
  | { readonly code: 'folder_on_network'; readonly path: string }
  | { readonly code: 'disk_full'; readonly path: string }
  | { readonly code: 'disk_trouble'; readonly path: string }
  | { readonly code: 'wrong_passphrase' }
  | { readonly code: 'passphrase_too_short'; readonly minLength: number }
  | { readonly code: 'passphrase_needed' }
  | { readonly code: 'keychain_lost' }
  | { readonly code: 'office_exists' }
  // Files that come in.
  | { readonly code: 'file_empty'; readonly name: string }
  | { readonly code: 'file_too_big'; readonly name: string; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly code: 'sheet_too_big'; readonly name: string; readonly sizeBytes: number; readonly limitBytes: number }
  | {
      readonly code: 'file_not_picture'
      readonly name: string
      /** What it is instead, where that is known: an iPhone's HEIC has another way out than a Word file. */
      readonly found: 'heic' | 'gif' | 'svg' | 'zip' | 'other'
    }
  | { readonly code: 'file_broken'; readonly name: string }
  | { readonly code: 'file_locked'; readonly name: string }
  | {
      readonly code: 'picture_too_many_pixels'
      readonly name: string
      readonly megapixels: number
      readonly limitMegapixels: number
    }
  | { readonly code: 'pdf_too_many_pages'; readonly name: string; readonly pages: number; readonly limitPages: number }
  | { readonly code: 'date_before_form'; readonly isoDay: string; readonly inUseSince: string }
  | { readonly code: 'scan_folder_missing'; readonly path: string }
  | { readonly code: 'form_already_added'; readonly name: string; readonly formId: string }
  | { readonly code: 'csv_not_text'; readonly name: string }
  | { readonly code: 'csv_no_rows'; readonly name: string }
  | { readonly code: 'csv_unbalanced_quotes'; readonly name: string; readonly row: number }
  | { readonly code: 'columns_missing'; readonly columns: readonly string[] }
  // Pictures and files that go out.
  | {
      readonly code: 'media_refused'
      readonly name: string
      /** What it is, where that is known: an iPhone's film has another way out than a Word file. */
      readonly found: 'heic' | 'tiff' | 'svg' | 'mov' | 'zip' | 'other'
    }
  | {
      readonly code: 'media_too_big'
      readonly name: string
      readonly kind: MediaKind | 'gif'
      readonly sizeBytes: number
      readonly limitBytes: number
    }
  | { readonly code: 'media_no_room'; readonly name: string; readonly leftBytes: number }
  | { readonly code: 'gif_too_long'; readonly name: string; readonly frames: number; readonly limitFrames: number }
  | MediaProblem
  // The bucket where pictures are put for the networks.
  | { readonly code: 'bucket_not_set' }
  | { readonly code: 'bucket_secret_missing' }
  | {
      readonly code: 'bucket_refused'
      /** What to mend: the keys, the bucket's name, what the keys may do, or that the networks cannot fetch by the link. */
      readonly why: 'keys' | 'bucket' | 'rights' | 'link' | 'address'
      readonly httpStatus: number | null
    }
  | { readonly code: 'bucket_unreachable'; readonly cause: string }
  // What a person typed.
  | { readonly code: 'name_missing' }
  | { readonly code: 'email_not_valid'; readonly value: string }
  | { readonly code: 'phone_empty' }
  | { readonly code: 'phone_too_short'; readonly digits: number }
  | { readonly code: 'phone_too_long'; readonly digits: number }
  | { readonly code: 'phone_letters'; readonly value: string }
  | { readonly code: 'phone_extension'; readonly value: string }
  | { readonly code: 'phone_not_valid'; readonly value: string }
  | { readonly code: 'phone_premium'; readonly value: string }
  | { readonly code: 'phone_fictional'; readonly value: string }
  | { readonly code: 'date_in_future'; readonly isoDay: string }
  | { readonly code: 'date_not_valid'; readonly value: string }
  // Forms and consent.
  | { readonly code: 'form_not_signed' }
  | { readonly code: 'form_not_waiting'; readonly state: string }
  | { readonly code: 'form_incomplete'; readonly points: readonly string[] }
  // Stops.
  | { readonly code: 'one_purpose_over'; readonly isoDay: string }
  | { readonly code: 'confirmation_over' }
  // Messages.
  | { readonly code: 'body_empty' }
  | { readonly code: 'body_too_long'; readonly length: number; readonly limit: number }
  | { readonly code: 'merge_field_unknown'; readonly field: string }
  | { readonly code: 'merge_field_empty'; readonly fields: readonly string[]; readonly count: number }
  | { readonly code: 'nobody_left' }
  | { readonly code: 'time_in_past'; readonly atMs: number }
  | { readonly code: 'worthless_before_it_leaves'; readonly atMs: number }
  | { readonly code: 'too_often'; readonly e164: string; readonly rule: string }
  | { readonly code: 'may_not_text'; readonly e164: string; readonly reason: string; readonly rule: string }
  | { readonly code: 'delivery_not_waiting'; readonly state: string }
  | { readonly code: 'broadcast_over'; readonly state: string }
  | { readonly code: 'broadcast_called_back' }
  | { readonly code: 'group_too_small'; readonly count: number; readonly fewest: number }
  | { readonly code: 'group_too_big'; readonly count: number; readonly most: number }
  | { readonly code: 'line_without_groups'; readonly lineClass: string }
  | { readonly code: 'group_field'; readonly field: string }
  // The sending account and its numbers.
  | { readonly code: 'office_only' }
  | { readonly code: 'account_missing' }
  | { readonly code: 'api_key_not_valid' }
  | { readonly code: 'api_secret_missing' }
  | { readonly code: 'application_id_not_valid' }
  | { readonly code: 'application_incomplete' }
  | { readonly code: 'private_key_not_valid' }
  | { readonly code: 'sending_number_missing' }
  | { readonly code: 'opt_out_assist_missing' }
  | { readonly code: 'signature_secret_missing' }
  | { readonly code: 'address_not_ours'; readonly value: string }
  | { readonly code: 'short_code_not_valid'; readonly value: string }
  | { readonly code: 'line_class_wrong'; readonly value: string }
  | { readonly code: 'line_exists'; readonly value: string }
  | { readonly code: 'line_number_stays' }
  // The practice carrier.
  | { readonly code: 'practice_only' }

/** The code of an {@link AppError}. */
export type AppErrorCode = AppError['code']
