// The signalling socket: one binary protobuf message per frame, a ping every interval, one join.

import { deferred } from "./promises.js";
import { base64url, decode, encode } from "./protobuf.js";
import * as wire from "./signal.js";

const PROTOCOL = 16;
const JOIN_TIMEOUT = 10_000;
const PROBE_TIMEOUT = 3_000;

export class Signal {
    /** Called with every SignalResponse after the join. */
    onmessage = () => {};
    /** Called once when the socket closes without our asking. */
    onclosed = () => {};
    /** Who we are in the room. */
    sid = "";
    identity = "";
    #url;
    #token;
    #socket;
    #joined = deferred();
    #heartbeat;
    #deadline;
    #sentAt = 0;
    #rtt = 0;

    constructor(url, token) {
        this.#url = url.replace(/^http/, "ws").replace(/\/+$/, "");
        this.#token = token;
    }

    /** Opens the socket with `offer` inside the join request; resolves with the JoinResponse. */
    async open(offer) {
        const query = new URLSearchParams({
            access_token: this.#token, join_request: joinRequest(offer),
        });
        const socket = new WebSocket(`${this.#url}/rtc/v1?${query}`);
        socket.binaryType = "arraybuffer";
        socket.onmessage = ({ data }) => this.#receive(data);
        socket.onclose = () => this.#closed(query);
        this.#socket = socket;
        const timer = setTimeout(() => this.#fail("unreachable", `${this.#host} does not answer.`), JOIN_TIMEOUT);
        try {
            return await this.#joined.promise;
        } finally {
            clearTimeout(timer);
        }
    }

    /** Sends one SignalRequest; dropped when the socket is not open. */
    send(message) {
        if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(encode(wire.SignalRequest, message));
    }

    close(error) {
        clearInterval(this.#heartbeat);
        clearTimeout(this.#deadline);
        this.#joined.reject(error ?? new Error("The call was closed."));
        this.onclosed = () => {};
        this.#socket?.close(1000);
    }

    get #host() {
        return `The voice server at ${new URL(this.#url).host}`;
    }

    #receive(data) {
        if (!(data instanceof ArrayBuffer)) return;
        let message;
        try {
            message = decode(wire.SignalResponse, new Uint8Array(data));
        } catch {
            return this.#fail("unreachable", `${this.#host} sent something this page does not understand.`);
        }
        this.#rearm();
        if (message.join) this.#begin(message.join);
        else if (message.leave && !this.sid) this.#fail("refused", wire.leaveSentences[message.leave.reason]);
        else if (message.pongResp) this.#rtt = Math.max(0, Date.now() - this.#sentAt);
        else this.onmessage(message);
    }

    #begin(join) {
        this.sid = join.participant?.sid ?? "";
        this.identity = join.participant?.identity ?? "";
        this.timeout = (join.pingTimeout || 15) * 1000;
        this.#heartbeat = setInterval(() => this.#ping(), (join.pingInterval || 5) * 1000);
        this.#ping();
        this.#joined.resolve(join);
    }

    #ping() {
        this.#sentAt = Date.now();
        this.send({ pingReq: { timestamp: this.#sentAt, rtt: this.#rtt } });
    }

    /** Any message proves that the server is there. */
    #rearm() {
        clearTimeout(this.#deadline);
        this.#deadline = setTimeout(() => this.#lost(), this.timeout ?? JOIN_TIMEOUT);
    }

    #lost() {
        const report = this.onclosed;
        this.close();
        report();
    }

    async #closed(query) {
        clearInterval(this.#heartbeat);
        clearTimeout(this.#deadline);
        if (this.sid) {
            const report = this.onclosed;
            this.onclosed = () => {};
            return report();
        }
        const [code, sentence] = await this.#diagnose(query);
        this.#fail(code, sentence);
    }

    /** A browser does not say why a socket failed to open: ask the same question over HTTP. */
    async #diagnose(query) {
        const url = `${this.#url.replace(/^ws/, "http")}/rtc/v1/validate?${query}`;
        try {
            const { status } = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT) });
            if (status === 401 || status === 403) {
                return ["token", `${this.#host} refused the token. Both servers must share one API key and secret.`];
            }
            if (status === 404) return ["unreachable", `${this.#host} is too old for this page, or is something else.`];
            return ["unreachable", `${this.#host} closed the connection (status ${status}).`];
        } catch {
            return ["unreachable", `${this.#host} cannot be reached.`];
        }
    }

    #fail(code, sentence) {
        this.#joined.reject(Object.assign(new Error(sentence ?? "The voice server ended the call."), { code }));
        this.#socket?.close(1000);
    }
}

function joinRequest({ type, sdp }) {
    const inner = encode(wire.JoinRequest, {
        clientInfo: { sdk: wire.SDK.js, version: "2.15.0", protocol: PROTOCOL, ...browser() },
        connectionSettings: { autoSubscribe: true },
        publisherOffer: { type, sdp, id: 1 },
    });
    return base64url(encode(wire.WrappedJoinRequest, { joinRequest: inner }));
}

/** The name matters: servers work around faults of particular browsers. */
function browser() {
    const agent = navigator.userAgent;
    const name = /Firefox/.test(agent) ? "firefox" : /Chrom/.test(agent) ? "chrome" : /Safari/.test(agent) ? "safari" : "";
    return { browser: name };
}
