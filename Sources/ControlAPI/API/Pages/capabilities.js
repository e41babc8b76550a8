// What a person may do in a session: its view lists it, and the controls offer no more.

/** Whether a session whose view lists `capabilities` may be steered so: `command`, `decide`, `steal`, `monitor`, `barge`. */
export function may(capabilities, deed) {
    return capabilities?.includes(deed) ?? false;
}
