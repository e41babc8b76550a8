// A WebSocket of frames that comes back by itself.
//
// Events: "open" (the subscription stands; what was shown before is stale, the server replays from the start),
// "frame" {…}, "lost" {attempt}, "closed" {reason}. The server's first frame, a heartbeat, opens the feed.

const PING = 15_000;
const SILENCE = 45_000;
const LONGEST_WAIT = 8_000;
const NO_SUCH_SESSION = 4404;

export class Feed extends EventTarget {
    connected = false;
    #path;
    #socket;
    #attempt = 0;
    #timers = [];
    #finished = false;

    constructor(path) {
        super();
        this.#path = path;
        this.#connect();
    }

    close() {
        this.#finished = true;
        this.#clear();
        this.#socket?.close(1000);
    }

    #connect() {
        this.#clear();
        const socket = new WebSocket(new URL(this.#path, location.href.replace(/^http/, "ws")));
        this.#socket = socket;
        socket.onopen = () => this.#watch();
        socket.onmessage = ({ data }) => this.#receive(data);
        socket.onclose = ({ code }) => this.#lost(code);
    }

    #opened() {
        this.connected = true;
        this.#attempt = 0;
        this.#emit("open", {});
        this.#timers.push(setInterval(() => this.#socket.send('{"type":"ping"}'), PING));
    }

    #receive(data) {
        this.#watch();
        let frame;
        try {
            frame = JSON.parse(data);
        } catch {
            return;
        }
        if (!this.connected) this.#opened();
        if (!["ping", "pong", "heartbeat"].includes(frame.type)) this.#emit("frame", frame);
    }

    /** A connection that says nothing for long is dead, whatever the browser believes. */
    #watch() {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => this.#socket.close(), SILENCE);
    }

    #lost(code) {
        this.#clear();
        this.connected = false;
        if (this.#finished) return;
        if (code === NO_SUCH_SESSION) {
            this.#finished = true;
            this.#emit("closed", { reason: "This session is not known here any more." });
            return;
        }
        this.#attempt += 1;
        this.#emit("lost", { attempt: this.#attempt });
        const wait = Math.min(LONGEST_WAIT, 250 * 2 ** this.#attempt) * (0.5 + Math.random() / 2);
        this.#timers.push(setTimeout(() => this.#connect(), wait));
    }

    #clear() {
        clearTimeout(this.silence);
        for (const timer of this.#timers) clearTimeout(timer);
        this.#timers = [];
    }

    #emit(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
