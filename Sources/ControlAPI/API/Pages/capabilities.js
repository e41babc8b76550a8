// What a person may do in a session: the session's view says it, the controls show no more.

/** Which grant stands behind each thing the console offers. */
const grants = {
    commands: "command:write", decide: "approval:decide", audio: "audio:attach", write: "session:write",
};

/** Whether `person` may do `deed` in a session whose view lists `capabilities`; unknown until the view has come. */
export function may(person, capabilities, deed) {
    if (!person || !capabilities) return false;
    if (capabilities.includes("*") || capabilities.includes(grants[deed] ?? deed)) return true;
    const named = { commands: ["command", "commands", "say"], decide: ["approve", "decide"],
        audio: ["attach", "monitor", "barge"] }[deed] ?? [];
    return named.some((name) => capabilities.includes(name));
}
