// A WebSocket of numbered frames (profile voiceworker.v1) that comes back by itself where it left off.
//
// Events: "state" {state, attempt, wait, reason}, "frame" {…}, "resync" {} (what was shown is void), "gap" {count}
// (so many frames are lost).
// States: connecting, live, waiting (for the next attempt), ended, refused, signedout.

import { learn } from "./server-clock.js";

const PING = 15_000;
const SILENCE = 45_000;
const LONGEST_WAIT = 15_000;
const PROFILE = "voiceworker.v1";
const quiet = new Set(["ping", "pong", "heartbeat", "auth"]);
const final = {
    1000: ["ended", "The session is over."],
    4403: ["refused", "You may no longer see this."],
    4404: ["refused", "This session is not known here."],
    4409: ["refused", "This session is open in another window."],
};

/** How long to wait before attempt `attempt`, in ms: doubling, with jitter, at most 15 s. */
export function backOff(attempt, random = Math.random()) {
    return Math.min(LONGEST_WAIT, 250 * 2 ** attempt) * (0.5 + random / 2);
}

/** `sequenced`: the frames of one session, counted without gaps; else those of many, and nothing is missed by number. */
export class Stream extends EventTarget {
    state = "connecting";
    /** The number of the last frame that was passed on. */
    sequence = 0;
    #path;
    #api;
    #sequenced;
    #socket;
    #attempt = 0;
    #doubted = -1;
    #shutdown;
    #timers = [];

    constructor(path, api, { sequenced = true } = {}) {
        super();
        this.#path = path;
        this.#api = api;
        this.#sequenced = sequenced;
        this.online = () => this.retry();
        addEventListener("online", this.online);
        queueMicrotask(() => this.#connect());
    }

    get connected() {
        return this.state === "live";
    }

    /** Tries again at once, when it waits. */
    retry() {
        if (this.state === "waiting") this.#connect();
    }

    close() {
        removeEventListener("online", this.online);
        this.#drop();
        this.state = "ended";
    }

    get #over() {
        return ["ended", "refused", "signedout"].includes(this.state);
    }

    async #connect() {
        this.#drop();
        this.#enter("connecting");
        const turn = {};
        this.turn = turn;
        try {
            const ticket = await this.#api.ticket(this.#path);
            if (this.turn === turn && !this.#over) this.#open(ticket);
        } catch (error) {
            if (this.turn !== turn || this.#over) return;
            if (error.status === 401 && !this.#api.token) this.#enter("signedout");
            else if (error.status === 403 || error.status === 404) this.#enter("refused", { reason: error.message });
            else this.#wait(error.message);
        }
    }

    #open(ticket) {
        const address = new URL(this.#path, location.href.replace(/^http/, "ws"));
        address.searchParams.set("ticket", ticket);
        if (this.#sequenced) address.searchParams.set("after_seq", this.sequence);
        const socket = new WebSocket(address, PROFILE);
        this.#socket = socket;
        const mine = (act) => (event) => this.#socket === socket && act(event);
        socket.onopen = mine(() => this.#watch());
        socket.onmessage = mine(({ data }) => this.#receive(data));
        socket.onclose = mine(({ code, reason }) => this.#closed(code, reason));
    }

    #receive(data) {
        this.#watch();
        let frame;
        try {
            frame = JSON.parse(data);
        } catch {
            return;
        }
        if (frame.type === "hello") this.#greeted(frame);
        else if (frame.type === "auth_expiring") this.#authorise();
        else if (frame.type === "shutdown") this.#shutdown = frame.retry_ms ?? 1000;
        else if (frame.type === "resync") this.#resync(frame);
        else if (!quiet.has(frame.type)) this.#take(frame);
    }

    #greeted(frame) {
        this.#attempt = 0;
        learn(frame.server_time);
        this.#enter("live", { resumed: this.sequence > 0 });
        this.#timers.push(setInterval(() => this.#send({ type: "ping" }), PING));
        this.#emit("frame", frame);
    }

    /** Where the server goes on. What it cannot send any more is told as "gap"; another log, as "resync". */
    #resync({ reason, from_seq: next }) {
        const anew = !this.#sequenced || next === undefined || next === null || next <= this.sequence;
        if (anew && reason !== "too-slow") this.#emit("resync", {});
        else if (next > this.sequence + 1) this.#emit("gap", { count: next - this.sequence - 1 });
        if (this.#sequenced) this.sequence = (next ?? 1) - 1;
    }

    #take(frame) {
        const { seq } = frame;
        if (frame.type === "gap") return this.#pass(frame.to_seq);
        if (frame.type === "snapshot") this.#pass(seq);
        else if (this.#sequenced && Number.isInteger(seq)) {
            if (seq <= this.sequence) return;
            if (seq > this.sequence + 1 && this.#doubts()) return;
            this.sequence = seq;
        }
        this.#emit("frame", frame);
    }

    /** What newer frames replaced is not missing. */
    #pass(sequence) {
        if (this.#sequenced && sequence > this.sequence) this.sequence = sequence;
    }

    /** Frames are missing: they are asked for once; if they are missing again, the server has none to give. */
    #doubts() {
        if (this.#doubted === this.sequence) return false;
        this.#doubted = this.sequence;
        this.#connect();
        return true;
    }

    async #authorise() {
        if (await this.#api.renew()) this.#send({ type: "auth", token: this.#api.token });
    }

    async #closed(code, reason) {
        this.#drop();
        if (final[code]) {
            const [state, sentence] = final[code];
            return this.#enter(state, { reason: reason || sentence });
        }
        if (code === 4401 && !(await this.#api.renew()) && !this.#api.token) return this.#enter("signedout");
        if (code === 4408) return this.#connect();
        const asked = this.#shutdown;
        this.#shutdown = undefined;
        return this.#wait("The connection to the server is lost.", asked);
    }

    #wait(reason, asked) {
        this.#attempt += 1;
        const wait = asked ?? backOff(this.#attempt);
        this.#enter("waiting", { attempt: this.#attempt, wait, reason });
        this.#timers.push(setTimeout(() => this.#connect(), wait));
    }

    #send(frame) {
        if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
    }

    /** A connection that says nothing for long is dead, whatever the browser believes. */
    #watch() {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => this.#closed(1006, ""), SILENCE);
    }

    #drop() {
        clearTimeout(this.silence);
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers = [];
        const socket = this.#socket;
        this.#socket = undefined;
        socket?.close(1000);
    }

    #enter(state, detail = {}) {
        if (this.#over) return;
        this.state = state;
        this.#emit("state", { state, ...detail });
    }

    #emit(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
