// A caller's session: begun when it is first needed, followed until it is over, and what was said in it.
//
// Events: "lines" (something was said), "link" {sentence} (how the transcript is connected; "" when all is well),
// "mode" {mode}, "recording" {phase}.

import { Api } from "./api.js";
import { Lines } from "./lines.js";
import { Stream } from "./stream.js";

const links = { waiting: "Connection lost, trying again…", connecting: "Connecting…", live: "" };

export class Conversation extends EventTarget {
    api = new Api();
    lines = new Lines();
    mode = "ai";
    /** `voice` or `chat`, as it was begun. */
    channel;
    stream;
    #session;

    /** `key`: a publishable key, where the desk takes calls only from pages that have one. */
    constructor(channel, key) {
        super();
        this.channel = channel;
        this.api.token = key;
    }

    /** The session's id; the first who asks begins it, and again after a failure. */
    open() {
        this.#session ??= this.api.createSession(this.channel).then(({ session_id: id, token }) => {
            this.api.token = token ?? this.api.token;
            this.#follow(id);
            return id;
        });
        this.#session.catch(() => {
            this.#session = undefined;
        });
        return this.#session;
    }

    get session() {
        return this.#session;
    }

    get connected() {
        return this.stream?.connected ?? false;
    }

    /** Says something by typing; throws an ApiError. */
    async type(message) {
        const id = await this.open();
        const answer = await this.api.chat(id, message);
        if (this.connected) return;
        this.hear({ type: "transcript", role: "user", content: message });
        this.hear({ type: "transcript", role: "assistant", content: answer.response });
    }

    /** What is known without the feed: it gives way to what the feed tells when it is back. */
    hear(frame) {
        if (frame.type === "transcript") this.lines.add({ ...frame, is_provisional: true });
        else this.lines.partial(frame);
        this.#emit("lines");
    }

    close() {
        this.stream?.close();
    }

    #follow(id) {
        this.stream = new Stream(`/ws/${encodeURIComponent(id)}`, this.api);
        this.stream.addEventListener("state", ({ detail }) => {
            this.#emit("link", { sentence: links[detail.state] ?? detail.reason ?? "" });
        });
        this.stream.addEventListener("resync", () => {
            this.lines = new Lines();
        });
        this.stream.addEventListener("frame", ({ detail }) => this.#take(detail));
    }

    #take(frame) {
        if (frame.type === "hello") this.lines = this.lines.settled;
        else if (frame.type === "transcript") this.lines.add(frame);
        else if (frame.type === "transcript_partial") this.lines.partial(frame);
        else if (frame.type === "turn") this.lines.turn(frame);
        else if (frame.type === "mode") {
            this.mode = frame.mode ?? frame.name ?? "ai";
            this.#emit("mode", { mode: this.mode });
        } else if (frame.type === "recording") return this.#emit("recording", { phase: frame.phase });
        else return;
        this.#emit("lines");
    }

    #emit(name, detail = {}) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
