// One call in detail: its state, its stream, and everything that draws them.

import { announce } from "./announcer.js";
import { ApprovalsView } from "./approvals-view.js";
import { may } from "./capabilities.js";
import { Composer } from "./composer.js";
import { element, tell } from "./elements.js";
import { FactsView } from "./facts-view.js";
import { GraphView } from "./graph-view.js";
import { LatencyBars } from "./latency.js";
import { MoodView } from "./mood-view.js";
import { drawLease, drawPeople } from "./people-view.js";
import { SessionState } from "./session-state.js";
import { Steering } from "./steering.js";
import { Stream } from "./stream.js";
import { Toolbar } from "./toolbar.js";
import { drawCommands, drawTrail } from "./trail-view.js";
import { TranscriptView } from "./transcript-view.js";
import { VoiceDesk } from "./voice-desk.js";
import { counted, duration, modeNames, nodeNames, readable, shortName } from "./words.js";
import { WorkView } from "./work-view.js";

const speakers = { user: "Caller", assistant: "Agent", supervisor: "Supervisor" };
const sources = { supervisor: "in the agent's voice", control: "on request" };

export class SessionView {
    state;
    #account;
    #banner;
    #stream;
    #steering;
    #wanted = false;
    #send = (command) => this.#steering?.send(command) ?? Promise.resolve(false);
    #transcript = new TranscriptView({
        box: element("scroll"), list: element("lines"), empty: element("empty"), voice: element("spoken"),
        name: (line) => line.who ?? speakers[line.role] ?? "",
        note: (line) => sources[line.source] ?? (line.role === "assistant" ? nodeNames[line.agent] ?? "" : ""),
    });
    #facts = new FactsView();
    #graph = new GraphView(element("graph"));
    #latency = new LatencyBars(element("latency"), element("no-latency"));
    #mood = new MoodView(element("mood-line"));
    #work = new WorkView((id) => this.#see(id));
    #approvals = new ApprovalsView((id, decision) => this.#steering.decide(id, decision));
    composer = new Composer(this.#send);
    toolbar = new Toolbar(this.#send);
    voice;

    constructor(account, banner) {
        this.#account = account;
        this.#banner = banner;
        this.voice = new VoiceDesk(account.api);
        element("take").addEventListener("click", () => this.lease());
        setInterval(() => this.tick(), 1000);
    }

    /** Another graph than the usual one. */
    showGraph(outline) {
        this.#graph.show(outline);
        this.toolbar.nodes = outline.nodes.map(({ name }) => name);
    }

    get id() {
        return this.state?.id;
    }

    /** Follows a session from its beginning. */
    follow(id) {
        if (this.id === id) return;
        this.leave();
        this.state = new SessionState(id);
        this.#steering = new Steering(this.#account, this.state);
        this.#approvals.clear();
        this.#work.clear();
        this.#transcript.clear();
        this.#open(id);
        this.#refresh();
        this.#draw();
    }

    leave() {
        const stream = this.#stream;
        // The feed of a call on the line keeps its control, whatever is looked at.
        if (this.voice.holds(this.#steering)) this.voice.afterwards = () => stream.close();
        else stream?.close();
        this.#banner.forget("session");
        this.#stream = this.#steering = this.state = undefined;
    }

    /** What the list knows of the call. */
    summarise(call) {
        if (call.session_id !== this.id) return;
        const was = this.state.summary?.status;
        this.state.absorb({ ...call, mode: this.state.summary ? undefined : call.mode });
        if (was === "live" && call.status === "ended") this.#refresh();
        this.#draw();
    }

    /** Takes control, or gives it back; an admin may take it from somebody else. */
    lease() {
        const { state } = element("lease").dataset;
        if (!this.#steering || element("take").disabled) return;
        if (state === "mine") this.#steering.give().then(() => this.#draw());
        else this.#steering.take(state === "theirs").then(() => this.#draw());
    }

    async #see(id) {
        const path = `/api/sessions/${encodeURIComponent(this.id)}/notifications/${encodeURIComponent(id)}/ack`;
        await this.#account.api.request("POST", path, { key: crypto.randomUUID() })
            .catch((error) => announce(error.message, "bad"));
    }

    focusApproval() {
        this.#approvals.focus();
    }

    tick() {
        if (this.state?.summary?.started_at) tell(element("duration"), duration(this.state.summary));
    }

    #open(id) {
        const { state } = this, steering = this.#steering;
        // What is replayed, up to this number, is not told again.
        let replayed = 0;
        const stream = new Stream(`/ws/${encodeURIComponent(id)}`, this.#account.api);
        this.#stream = stream;
        this.#banner.follow("session", stream);
        stream.addEventListener("resync", () => state.clear());
        stream.addEventListener("gap", ({ detail }) => state.lines.gap(detail.count));
        stream.addEventListener("frame", ({ detail }) => {
            state.apply(detail);
            if (detail.type === "hello") replayed = detail.last_seq ?? 0;
            else if (detail.seq > replayed) {
                steering.told(detail);
                this.voice.told(detail);
            }
            this.#draw();
        });
        stream.addEventListener("state", ({ detail }) => {
            if (this.#stream !== stream) return;
            const words = { connecting: "Connecting…", waiting: "Reconnecting…", refused: detail.reason, live: "" }[detail.state] ?? "";
            tell(element("session-link"), words);
            element("session-link").hidden = words === "";
            if (detail.state === "live") this.#refresh();
        });
    }

    async #refresh() {
        const { state } = this;
        const view = await this.#account.api.session(state.id).catch(() => undefined);
        if (!view || this.state !== state) return;
        state.absorb(view);
        this.#draw();
    }

    #draw() {
        if (this.#wanted) return;
        this.#wanted = true;
        requestAnimationFrame(() => {
            this.#wanted = false;
            if (this.state) this.#show(this.state, this.state.changes());
        });
    }

    #show(state, changed) {
        const has = (...parts) => changed.has("all") || parts.some((part) => changed.has(part));
        const live = state.summary?.status !== "ended";
        const can = (deed) => live && may(state.summary?.capabilities, deed);
        if (has("summary", "mode")) this.#summary(state, live);
        if (has("lines")) this.#transcript.draw(state.lines);
        if (has("state")) this.#facts.draw(state);
        if (has("graph", "state")) this.#graph.draw(state);
        if (has("latency")) this.#latency.draw(state.latencies);
        if (has("mood")) this.#mood.draw(state);
        if (has("tasks")) this.#work.draw(state);
        if (has("approvals", "summary")) this.#approvals.draw(state.approvals, can("decide"));
        if (has("commands")) drawCommands(state.commands);
        if (has("trail")) drawTrail(state.trail);
        if (has("people")) drawPeople(state.people, this.#account.person);
        if (has("lease", "summary")) this.#lease(state, can);
        if (has("whisper", "mode", "summary")) this.composer.draw(state, can("command"));
        if (has("mode", "summary")) this.toolbar.draw(state, can("command"));
        if (has("summary")) this.voice.use(this.#steering, { listens: can("monitor"), speaks: can("barge") });
    }

    #summary({ summary, mode }, live) {
        if (!summary) return;
        tell(element("title"), shortName(summary));
        const how = live ? "live" : readable(summary.end_reason ?? "ended");
        tell(element("subtitle"), [summary.session_id, summary.channel, how].filter(Boolean).join(" · "));
        tell(element("turns"), counted(Math.max(summary.turn_count ?? 0, this.state.turn), "turn"));
        element("session").classList.toggle("over", !live);
        const name = live ? mode.name : "ended";
        element("mode").className = `badge big ${name}`;
        tell(element("mode"), modeNames[name] ?? "Ended");
        element("session").dataset.mode = name;
        this.tick();
    }

    #lease(state, can) {
        const whose = drawLease(state.lease, this.#account.person);
        const steals = whose === "theirs";
        element("take").textContent = { free: "Take control", mine: "Give back", theirs: "Take it over" }[whose];
        element("take").disabled = !can(steals ? "steal" : "lease");
    }
}
