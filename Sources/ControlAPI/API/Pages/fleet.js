// All sessions that may be seen, and which of them need somebody first.

import { shortName } from "./words.js";

/** Words for a search, in the order a person would look for them. */
const haystack = (call) => [shortName(call), call.session_id, call.intent, call.current_agent, call.owner, ...(call.tags ?? [])]
    .filter(Boolean).join(" ").toLowerCase();

/** How much a call needs somebody, 0 to 1: what the digests say (0 to 100), more while something waits for a person. */
export function need(call) {
    if (call.status !== "live") return -1;
    return call.waiting ? 1 : Math.min(1, Number(call.needs ?? 0) / 100);
}

/** Live before ended; then by need, in steps of a tenth so that rows do not dance; then the longest wait, then the newest. */
function compare(one, other) {
    const step = (call) => Math.floor(need(call) * 10);
    return step(other) - step(one) || wait(other) - wait(one)
        || Date.parse(other.started_at) - Date.parse(one.started_at);
}

/** Seconds the caller has waited, in steps of ten. */
const wait = (call) => (call.status === "live" ? Math.floor((call.wait_s ?? 0) / 10) : 0);

export class Fleet extends EventTarget {
    #calls = new Map();
    filter = "live";
    search = "";

    get all() {
        return [...this.#calls.values()];
    }

    get size() {
        return this.#calls.size;
    }

    get live() {
        return this.all.filter(({ status }) => status === "live").length;
    }

    /** How many live calls wait for a person now. */
    get needy() {
        return this.all.filter((call) => need(call) >= 0.5).length;
    }

    get(id) {
        return this.#calls.get(id);
    }

    /** What the filter and the search leave, who needs help first. */
    get shown() {
        const words = this.search.toLowerCase().split(/\s+/).filter(Boolean);
        return this.all.filter((call) => this.#passes(call, words)).sort(compare);
    }

    #passes(call, words) {
        if (this.filter === "live" && call.status !== "live") return false;
        if (this.filter === "needs" && need(call) < 0.5) return false;
        if (this.filter === "person" && (call.status !== "live" || (call.mode ?? "ai") === "ai")) return false;
        if (words.length === 0) return true;
        const text = haystack(call);
        return words.every((word) => text.includes(word));
    }

    /** A page of the list as the API tells it. */
    put(sessions) {
        for (const session of sessions) {
            this.#calls.set(session.session_id, { ...this.#calls.get(session.session_id), ...session });
        }
        this.#changed();
    }

    /** The questions to people that are open now. */
    ask(approvals) {
        for (const call of this.#calls.values()) call.waiting = 0;
        for (const { session_id: id } of approvals) {
            const call = this.#calls.get(id);
            if (call) call.waiting += 1;
        }
        this.#changed();
    }

    clear() {
        this.#calls.clear();
        this.#changed();
    }

    /** Changes a known call; false when it is not known. */
    update(id, changes) {
        const call = this.#calls.get(id);
        if (!call) return false;
        Object.assign(call, changes);
        this.#changed();
        return true;
    }

    /** Takes a frame of the workspace feed; false when it names a session that is not known. */
    apply(frame) {
        const { session_id: id } = frame;
        if (frame.type === "lifecycle" && frame.session) return this.put([frame.session]), true;
        const read = readers[frame.type];
        return !id || !read || this.update(id, read(frame, this.#calls.get(id) ?? {}));
    }

    #changed() {
        this.dispatchEvent(new Event("changed"));
    }
}

const readers = {
    feed({ type: _, session_id: __, seq: ___, ts: ____, id: _____, ...digest }) {
        return digest.turn === undefined ? digest : { ...digest, turn_count: digest.turn };
    },
    state_update: ({ current_agent, intent }) => ({ current_agent, intent }),
    mode: ({ mode }) => ({ mode }),
    lease: ({ holder, expires_at }) => ({ lease: holder ? { holder, expires_at } : null }),
    sentiment: ({ score }) => ({ sentiment: score }),
    transcript: ({ role }, { turn_count: turns = 0 }) => (role === "user" ? { turn_count: turns + 1 } : {}),
    approval: ({ status }, { waiting = 0 }) => ({ waiting: status === "pending" ? waiting + 1 : Math.max(0, waiting - 1) }),
};
