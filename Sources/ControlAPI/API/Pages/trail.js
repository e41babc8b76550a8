// Who did what in a session, newest last: what a supervisor reads to know what colleagues did.

import { commandNames, modeNames, readable, reasonNames } from "./words.js";

const KEPT = 1_000;
const unremarkable = new Set(["lease.renew", "chat"]);

/** The person of an event, for people. */
export function nameOf(by) {
    const name = typeof by === "object" && by ? by.name ?? by.id : by;
    return name ? String(name).replace(/^supervisor:/, "") : "the system";
}

const sentences = {
    command(frame) {
        if (unremarkable.has(frame.command)) return undefined;
        const why = frame.reason ? `: ${reasonNames[frame.reason] ?? readable(frame.reason)}` : "";
        const turn = Number.isInteger(frame.turn) && frame.status === "applied" ? `, turn ${frame.turn}` : "";
        return `${commandNames[frame.command] ?? frame.command}: ${frame.status}${turn}${why}`;
    },
    mode: (frame) => `The call is now: ${modeNames[frame.mode] ?? frame.mode}`,
    lease: (frame) => (frame.holder ? `${nameOf(frame.holder)} has control` : "Control is free"),
    lease_stolen: (frame) => `${nameOf(frame.to)} took control from ${nameOf(frame.from)}`,
    approval: ({ tool, status }) => `Approval of ${readable(tool)}: ${status}`,
    handoff: (frame) => `Handoff: ${readable(frame.status)}`,
    takeover: (frame) => (frame.phase === "none" ? undefined : `Takeover: ${readable(frame.phase)}`),
    note: (frame) => `Note: ${frame.text}`,
    supervisor_presence: ({ attachments = [] }) => `On the line: ${attachments.map(({ name }) => name).join(", ") || "nobody else"}`,
    instruction_ack: () => "The agent received the instruction",
    whisper_expired: () => "The whisper ran out of time",
    tool_call: (frame) => (frame.phase === "finished" ? `Tool ${readable(frame.name ?? frame.tool)} ${frame.ok === false ? "failed" : "done"}` : undefined),
    barge_in: () => "The caller spoke over the agent",
    lifecycle: (frame) => (frame.session?.status === "ended" ? `Ended: ${readable(frame.session.end_reason ?? "over")}` : undefined),
    error: (frame) => `Error: ${frame.message ?? "unknown"}`,
};

export class Trail {
    entries = [];
    #holder;

    /** Whether the frame left a trace. */
    note(frame) {
        // A lease that is kept is told every ten seconds.
        if (frame.type === "lease" && this.#holder === frame.holder?.id) return false;
        if (frame.type === "lease") this.#holder = frame.holder?.id;
        const text = sentences[frame.type]?.(frame);
        if (!text) return false;
        this.entries.push({ ts: frame.ts, seq: frame.seq, by: frame.by ?? frame.decided_by, text, type: frame.type });
        if (this.entries.length > KEPT) this.entries.shift();
        return true;
    }
}
