// One call from the caller's side: session, microphone, room, and coming back when the line breaks.
//
// Events: "state" {state, sentence}, "agent" {state}, "sound" {track}, "text" {…}, "muted" {muted}.
// States: idle, asking, connecting, waiting, live, reconnecting, ended, failed.

import { openMicrophone } from "./microphone.js";
import { Room } from "./room.js";
import { ParticipantKind } from "./signal.js";

const ATTEMPTS = 6;
const AGENT_PATIENCE = 20_000;

export class Call extends EventTarget {
    state = "idle";
    muted = false;
    /** `lk.agent.state` as the agent last told it, "gone" when it left. */
    agentState = "";
    microphone;
    room;
    #session;
    #patience;
    #heardAgent = false;

    #api;
    #mayRecord;

    /** `session` is a promise of the session's id; `mayRecord`: the caller agrees to be recorded. */
    constructor(api, session, mayRecord = false) {
        super();
        this.#api = api;
        this.#session = session;
        this.#mayRecord = mayRecord;
    }

    /** Never throws: what went wrong is a state with a sentence. */
    async start() {
        try {
            this.#enter("asking", "Allow the microphone to start the call.");
            this.microphone = await openMicrophone();
            this.microphone.onended = () => this.#fail("The microphone was unplugged.");
            this.#enter("connecting", "Connecting…");
            await this.#join();
        } catch (error) {
            this.#fail(error.message);
        }
    }

    setMuted(muted) {
        this.muted = muted;
        this.room?.setMuted(muted);
        this.#emit("muted", { muted });
    }

    hangUp() {
        this.room?.leave();
        this.#finish("ended", "The call has ended.");
    }

    async #join() {
        const { token, url } = await this.#api.voiceToken(await this.#session, this.#mayRecord);
        if (this.#over) return;
        const room = new Room(url, token);
        this.room = room;
        this.#heardAgent = false;
        this.#listen(room);
        await room.connect();
        // The agent may be heard before the join is done.
        if (!this.#heardAgent) this.#enter("waiting", "Connected. The agent is joining…");
        this.#patience = setTimeout(() => this.#unanswered(), AGENT_PATIENCE);
        await room.publish(this.microphone);
        if (this.muted) room.setMuted(true);
        this.#people([...room.participants.values()]);
    }

    #listen(room) {
        const on = (name, act) => room.addEventListener(name, ({ detail }) => this.room === room && act(detail));
        on("track", ({ track }) => this.#heard(track));
        on("participants", ({ participants }) => this.#people(participants));
        on("text", (stream) => this.#emit("text", { ...stream, isOwn: room.isOwn(stream) }));
        on("muted", ({ muted }) => this.#mutedByServer(muted));
        on("closed", (how) => this.#broken(how));
    }

    #heard(track) {
        this.#emit("sound", { track });
        this.#answered();
    }

    #people(participants) {
        const agent = participants.find(({ kind }) => kind === ParticipantKind.agent);
        if (!agent && this.state !== "live") return;
        this.agentState = agent ? agent.attributes["lk.agent.state"] ?? "" : "gone";
        this.#emit("agent", { state: this.agentState });
    }

    #answered() {
        this.#heardAgent = true;
        clearTimeout(this.#patience);
        if (this.state !== "live" && !this.#over) this.#enter("live", "");
    }

    #unanswered() {
        if (this.state === "waiting") this.#enter("waiting", "Nobody has answered yet. Is a worker running?");
    }

    #mutedByServer(muted) {
        this.muted = muted;
        this.#emit("muted", { muted });
    }

    /** The caller keeps the session and the microphone; only the room is joined anew. */
    async #broken({ sentence, recoverable }) {
        if (!recoverable) return this.#finish("ended", sentence);
        for (let attempt = 1; attempt <= ATTEMPTS && !this.#over; attempt += 1) {
            this.#enter("reconnecting", `${sentence} Reconnecting…`);
            await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** (attempt - 1) * Math.random()));
            try {
                if (!this.#over) return await this.#join();
            } catch (error) {
                if (error.code === "token" || error.status >= 400) return this.#fail(error.message);
            }
        }
        if (!this.#over) this.#fail("The call was lost and could not be brought back.");
    }

    get #over() {
        return this.state === "ended" || this.state === "failed";
    }

    #fail(sentence) {
        this.room?.leave();
        this.#finish("failed", sentence);
    }

    #finish(state, sentence) {
        if (this.#over) return;
        clearTimeout(this.#patience);
        this.microphone?.stop();
        this.#enter(state, sentence);
    }

    #enter(state, sentence) {
        this.state = state;
        this.#emit("state", { state, sentence });
    }

    #emit(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
