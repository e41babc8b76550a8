// The supervisor's own voice: listening in, taking over with the microphone, handing back.

import { announce } from "./announcer.js";
import { ask } from "./ask.js";
import { element, make, tell } from "./elements.js";
import { Levels, openMicrophone } from "./microphone.js";
import { Room } from "./room.js";
import { readable } from "./words.js";

const states = {
    joining: "Joining the call…", monitor: "You listen. Nobody hears you.", barge: "Asking the agent to step aside…",
    human: "On the line: the caller hears you.", muted: "On the line, muted.",
};

/** Joins one call at a time. */
export class VoiceDesk {
    state = "out";
    /** What is to be done once the line is left. */
    afterwards = () => {};
    #api;
    #chosen;
    #steering;
    #room;
    #microphone;
    #attachment;
    #levels;
    #sounds = new Map();

    constructor(api) {
        this.#api = api;
        element("listen").addEventListener("click", () => (this.state === "out" ? this.listen() : this.leave()));
        element("takeover").addEventListener("click", () => (this.#isSpeaking ? this.handBack() : this.takeOver()));
        element("desk-mute").addEventListener("click", () => this.#mute(this.state !== "muted"));
        element("desk-back").addEventListener("click", () => this.handBack());
        element("desk-leave").addEventListener("click", () => this.leave());
        element("desk-meter").append(...Array.from({ length: 20 }, () => make("i")));
        addEventListener("pagehide", () => this.leave());
    }

    /** Whose call the buttons mean; the one on the line stays on the line. */
    use(steering, { listens, speaks }) {
        this.#chosen = steering;
        element("listen").disabled = this.state === "out" && !listens;
        element("takeover").disabled = this.state === "out" && !speaks;
        this.#show();
    }

    /** Whether this call is on the line: its control is kept while another is looked at. */
    holds(steering) {
        return steering !== undefined && this.#steering === steering;
    }

    /** What the call's log says of this person's takeover. */
    told({ type, phase, attachment_id: id, reason }) {
        if (type !== "takeover" || id !== this.#attachment || phase !== "failed") return;
        announce(`The takeover failed${reason ? `: ${readable(reason)}` : ""}.`, "bad");
        this.leave();
    }

    get #isSpeaking() {
        return ["barge", "human", "muted"].includes(this.state);
    }

    async listen() {
        await this.#attempt(async () => {
            const { livekit } = await this.#attach("monitor", "private");
            await this.#join(livekit);
            this.#enter("monitor");
        });
    }

    async takeOver() {
        if (this.state === "monitor") await this.leave();
        const values = await ask({
            title: "Take over the call", submit: "Take over",
            text: "The agent falls silent and writes along; the caller hears you.",
            fields: [{ name: "announce", label: "What the agent says first", hint: "I am putting my colleague on the line." }],
        });
        if (!values) return;
        await this.#attempt(async () => {
            this.#microphone = await openMicrophone();
            const { livekit, attachment_id: id } = await this.#attach("barge", "announced");
            await this.#join(livekit);
            this.#enter("barge");
            const taken = await this.#steering.send({ type: "takeover", attachment_id: id, announce: values.announce || "default" });
            if (!taken) throw new Error("The call was not handed over.");
            await this.#room.publish(this.#microphone);
            this.#levels.watch("own", this.#microphone);
            this.#enter("human");
        });
    }

    async handBack() {
        const values = await ask({
            title: "Hand the call back", submit: "Hand back",
            text: "The agent has written along. Tell it what it should know, and it goes on.",
            fields: [{ name: "brief", label: "Brief", type: "area", hint: "Agreed on Friday at ten; she wants a loan car." }],
        });
        if (!values) return;
        if (await this.#steering.send({ type: "release", ...(values.brief && { brief: values.brief }) })) await this.leave();
    }

    async leave() {
        if (this.state === "out") return;
        const steering = this.#steering, attachment = this.#attachment;
        this.#shut();
        this.afterwards();
        this.afterwards = () => {};
        if (attachment) {
            const path = `${this.#path(steering)}/${encodeURIComponent(attachment)}`;
            await this.#api.request("DELETE", path).catch(() => {});
        }
    }

    async #attempt(act) {
        try {
            this.#steering = this.#chosen;
            this.#enter("joining");
            this.#levels = new Levels();
            await act();
            requestAnimationFrame(() => this.#meter());
        } catch (error) {
            announce(error.message, "bad");
            await this.leave();
        }
    }

    async #attach(mode, visibility) {
        const answer = await this.#api.request("POST", this.#path(this.#steering), { body: { mode, visibility }, key: crypto.randomUUID() });
        this.#attachment = answer.attachment_id;
        return answer;
    }

    #path({ session }) {
        return `/api/sessions/${encodeURIComponent(session)}/supervisors`;
    }

    async #join({ url, token }) {
        const room = new Room(url, token);
        this.#room = room;
        room.addEventListener("track", ({ detail }) => this.#hear(detail));
        room.addEventListener("trackended", ({ detail }) => this.#silence(detail.sid));
        room.addEventListener("closed", ({ detail }) => {
            if (this.#room !== room) return;
            announce(detail.sentence, "bad");
            this.leave();
        });
        await room.connect();
    }

    #hear({ track, sid }) {
        const sound = make("audio");
        sound.srcObject = new MediaStream([track]);
        this.#sounds.set(sid, sound);
        sound.play().catch(() => announce("The browser keeps the sound back. Press any key.", "bad"));
        this.#levels?.watch(sid, track);
    }

    #silence(sid) {
        const sound = this.#sounds.get(sid);
        if (sound) sound.srcObject = null;
        this.#sounds.delete(sid);
        this.#levels?.forget(sid);
    }

    #mute(muted) {
        if (!["human", "muted"].includes(this.state)) return;
        this.#room.setMuted(muted);
        this.#enter(muted ? "muted" : "human");
    }

    #shut() {
        const room = this.#room;
        this.#room = undefined;
        room?.leave();
        this.#microphone?.stop();
        this.#microphone = this.#attachment = this.#steering = undefined;
        for (const sid of [...this.#sounds.keys()]) this.#silence(sid);
        this.#levels?.close();
        this.#levels = undefined;
        this.#enter("out");
    }

    #enter(state) {
        this.state = state;
        this.#show();
    }

    #show() {
        const on = this.state !== "out";
        element("desk").hidden = !on;
        element("desk").dataset.state = this.state;
        tell(element("desk-text"), states[this.state] ?? "");
        element("desk-mute").hidden = element("desk-back").hidden = !["human", "muted"].includes(this.state);
        element("desk-mute").setAttribute("aria-pressed", String(this.state === "muted"));
        tell(element("desk-mute"), this.state === "muted" ? "Unmute" : "Mute");
        element("desk-leave").hidden = this.#isSpeaking;
        tell(element("listen"), this.state === "monitor" ? "Stop listening" : "Listen in");
        element("listen").setAttribute("aria-pressed", String(this.state === "monitor"));
        tell(element("takeover"), this.#isSpeaking ? "Hand back" : "Take over");
    }

    #meter() {
        if (!this.#levels) return;
        const names = this.#isSpeaking ? ["own"] : [...this.#sounds.keys()];
        const level = this.state === "muted" ? 0 : Math.max(0, ...names.map((name) => this.#levels.read(name)));
        const bars = element("desk-meter").children;
        const lit = Math.round(level * bars.length);
        for (let index = 0; index < bars.length; index += 1) bars[index].classList.toggle("lit", index < lit);
        element("desk-meter").setAttribute("aria-valuenow", String(Math.round(level * 100)));
        requestAnimationFrame(() => this.#meter());
    }
}
