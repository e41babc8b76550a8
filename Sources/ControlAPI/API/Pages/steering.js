// What a supervisor asks of one session: commands, the lease they need, and how both came out.

import { announce } from "./announcer.js";
import { holder } from "./people-view.js";
import { now } from "./server-clock.js";
import { commandNames, readable, reasonNames } from "./words.js";

const LEASE = 30;
const needsLease = new Set([
    "whisper.begin", "whisper.inject", "whisper.cancel", "pause", "resume", "mute_ai", "unmute_ai", "takeover", "release",
    "goto", "transfer",
]);

/** What shows its outcome by itself. */
const seen = new Set(["whisper.begin", "whisper.inject", "whisper.cancel", "lease.acquire", "lease.release", "decide"]);

export class Steering {
    #account;
    #state;
    #path;

    constructor(account, state) {
        this.#account = account;
        this.#state = state;
        this.#path = `/api/sessions/${encodeURIComponent(state.id)}/control-lease`;
    }

    /** The session's id. */
    get session() {
        return this.#state.id;
    }

    get hasLease() {
        const { lease } = this.#state;
        const isOver = lease?.expires_at && Date.parse(lease.expires_at) < now();
        return !isOver && holder(lease)?.id === this.#account.person?.id;
    }

    /** Sends a command, with the lease it needs; what goes wrong is told. Resolves with whether it was accepted. */
    async send(command) {
        try {
            if (needsLease.has(command.type) && !this.hasLease) await this.#acquire(false);
            const answer = await this.#account.api.command(this.#state.id, command);
            this.#state.apply({ type: "command", by: this.#account.person, command: command.type, ...known(answer) });
            return true;
        } catch (error) {
            this.#tell(command.type, error);
            return false;
        }
    }

    async decide(approval, decision) {
        const path = `/api/approvals/${encodeURIComponent(approval)}/decision`;
        const answer = await this.#account.api.request("POST", path, { body: decision, key: crypto.randomUUID() });
        if (answer.status) this.#state.apply({ type: "approval", ...answer });
    }

    /** `steal`: take it from whoever has it; admins may. */
    async take(steal = false) {
        try {
            await this.#acquire(steal);
        } catch (error) {
            this.#tell("lease.acquire", error);
        }
    }

    async give() {
        try {
            await this.#account.api.request("DELETE", this.#path);
            this.#state.apply({ type: "lease", holder: null });
        } catch (error) {
            this.#tell("lease.release", error);
        }
    }

    /** Tells the outcome of this person's own commands as the feed brings it. */
    told(frame) {
        if (frame.type !== "command" || frame.command === "lease.renew") return;
        if (frame.by?.id !== this.#account.person?.id) return;
        const name = commandNames[frame.command] ?? frame.command;
        const why = frame.reason ? `: ${reasonNames[frame.reason] ?? readable(frame.reason)}` : "";
        const turn = Number.isInteger(frame.turn) ? ` (turn ${frame.turn})` : "";
        if (frame.status === "applied" && !seen.has(frame.command)) announce(`${name}: done${turn}`, "good");
        if (["rejected", "failed", "expired", "superseded"].includes(frame.status)) {
            announce(`${name}: ${frame.status}${why}`, "bad");
        }
    }

    /** The open feed of the session keeps it from then on. */
    async #acquire(steal) {
        const body = { ttl_s: LEASE, ...(steal && { steal }) };
        const lease = await this.#account.api.request("PUT", this.#path, { body });
        this.#state.apply({ type: "lease", ...lease });
    }

    #tell(type, error) {
        const who = error.problem?.holder;
        const name = typeof who === "object" ? who.name : error.problem?.name ?? who;
        const sentence = error.code === "control-held" && name ? `${name} has control.` : error.message;
        announce(`${commandNames[type] ?? type}: ${sentence}`, "bad");
    }
}

/** The parts of a command's view that its events have too. */
function known({ command_id, id, status, turn, reason, effect, heard, created_at: ts }) {
    const fields = { command_id: command_id ?? id, status: status ?? "accepted", turn, reason, effect, heard, ts };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
