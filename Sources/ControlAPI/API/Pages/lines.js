// What was said, as lines: what was planned and what was heard kept apart.

/** A line: {key, role, who, text, heard, status, agent, turn, ts, seq}; `status` is partial, planned, said or cut. */
export class Lines {
    all = [];
    /** Raised when a line other than the last changed. */
    revision = 0;
    #partials = new Map();
    #count = 0;

    /** Those that may still change, after all others. */
    get partials() {
        return [...this.#partials.values()];
    }

    /** A finished line. */
    add(frame) {
        this.#forget(frame);
        const { planned, heard } = frame;
        const text = planned ?? frame.content;
        const cut = heard !== undefined && heard !== null && heard !== text;
        this.all.push({
            ...this.#facts(frame), text, heard: cut ? heard : undefined, status: cut ? "cut" : "said",
        });
    }

    /** The same without what was only believed while the log was out of reach; itself when there is no such line. */
    get settled() {
        if (!this.all.some(({ isProvisional }) => isProvisional)) return this;
        const settled = new Lines();
        settled.all = this.all.filter(({ isProvisional }) => !isProvisional);
        settled.#count = this.#count;
        return settled;
    }

    /** What a person said in the agent's place; the log may have it as the agent's line as well. */
    human(frame) {
        const text = frame.text ?? frame.content, last = this.all.at(-1);
        if (last?.role === "assistant" && last.text === text) {
            last.role = "supervisor";
            this.#become(last, "said");
        } else this.add({ ...frame, role: "supervisor", content: text });
    }

    /** Lines that cannot be shown any more. */
    gap(count) {
        this.all.push({ ...this.#facts({ role: "gap" }), text: `${count} entries of the log are no longer kept.`, status: "gap" });
    }

    /** Words that may still change. */
    partial(frame) {
        const key = frame.segment_id ?? frame.participant ?? frame.role;
        if (!frame.text) {
            this.#partials.delete(key);
            return;
        }
        this.#partials.set(key, {
            ...this.#facts(frame), key: `partial ${key}`, text: frame.text, status: "partial",
            participant: frame.participant,
        });
    }

    /** A turn came to its end, or less was heard than planned. */
    turn({ phase, planned, heard }) {
        if (heard === undefined || planned === undefined || heard === planned) return;
        if (phase && !["truncated", "finished", "ended", "interrupted"].includes(phase)) return;
        this.#cut(this.#spoken(planned), heard);
    }

    speech({ phase, text, planned, heard }) {
        const words = planned ?? text;
        const line = this.#spoken(words);
        if (!line) return;
        if (phase === "started" && line.status === "said") this.#become(line, "planned");
        else if (phase === "finished" && line.status === "planned") this.#become(line, "said");
        else if (phase === "truncated") this.#cut(line, heard ?? "");
    }

    #facts(frame) {
        this.#count += 1;
        return {
            key: `line ${this.#count}`, role: frame.role, who: frame.participant_name ?? frame.by, turn: frame.turn,
            agent: frame.agent_type, source: frame.source, ts: frame.ts, seq: frame.seq, isProvisional: frame.is_provisional,
        };
    }

    /** The newest of the agent's lines with these words. */
    #spoken(words) {
        const near = this.all.slice(-12);
        return near.findLast(({ role, text }) => role === "assistant" && text === words);
    }

    #cut(line, heard) {
        if (!line || line.text === heard) return;
        line.heard = heard;
        this.#become(line, "cut");
    }

    #become(line, status) {
        line.status = status;
        line.version = (line.version ?? 0) + 1;
        this.revision += 1;
    }

    /** A finished line takes the place of its guesses. */
    #forget(frame) {
        if (frame.segment_id !== undefined && this.#partials.delete(frame.segment_id)) return;
        for (const [key, partial] of this.#partials) if (partial.role === frame.role) this.#partials.delete(key);
    }
}
