/** The two ways between window and core: a call with its answer, and what the core tells without being asked. */
export const CALL_CHANNEL = 'optdesk:call'
/** See {@link CALL_CHANNEL}. */
export const EVENT_CHANNEL = 'optdesk:event'
