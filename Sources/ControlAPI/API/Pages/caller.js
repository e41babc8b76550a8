// The caller page.

import * as api from "./api.js";
import { Call } from "./call.js";
import { Feed } from "./feed.js";
import { Levels } from "./microphone.js";
import { Transcript } from "./transcript.js";

const element = (id) => document.getElementById(id);
const phone = element("phone");
const transcript = new Transcript(element("lines"), element("empty"));
const agentWords = {
    initializing: "The agent is getting ready…", listening: "Listening", thinking: "Thinking…",
    speaking: "Speaking", idle: "Listening", gone: "The agent has left the call.",
};
const BARS = 24;

let session, channelOpen, feed, call, levels, startedAt;

/** The session of this page: created once, again when the last one is over. A call is a session of its own. */
function openSession(channel) {
    if (channel === "voice" && channelOpen === "chat") forget();
    if (!session) channelOpen = channel;
    session ??= api.createSession(channel).then(({ session_id: id }) => {
        listen(id);
        return id;
    });
    session.catch(() => {
        session = undefined;
    });
    return session;
}

function listen(id) {
    feed = new Feed(`/ws/${encodeURIComponent(id)}`);
    feed.addEventListener("open", () => {
        transcript.clear();
        note("");
    });
    feed.addEventListener("lost", () => note("Transcript interrupted, reconnecting…"));
    feed.addEventListener("closed", ({ detail }) => note(detail.reason));
    feed.addEventListener("frame", ({ detail }) => {
        if (detail.type === "transcript") transcript.add(detail.role, detail.content);
    });
}

function note(sentence) {
    element("feed").textContent = sentence;
    element("feed").hidden = sentence === "";
}

function status(sentence) {
    element("status").textContent = sentence;
}

function placeCall() {
    if (call && !isOver(call)) return;
    if (call) forget();
    call = new Call(openSession("voice"));
    levels = new Levels();
    call.addEventListener("state", ({ detail }) => changed(detail));
    call.addEventListener("agent", () => call.state === "live" && status(inCall()));
    call.addEventListener("sound", ({ detail }) => play(detail.track));
    call.addEventListener("muted", ({ detail }) => showMuted(detail.muted));
    call.addEventListener("text", ({ detail }) => said(detail));
    call.start();
}

function isOver({ state }) {
    return state === "ended" || state === "failed";
}

/** What comes after a call is a new conversation. */
function forget() {
    feed?.close();
    session = feed = call = undefined;
    transcript.clear();
}

function changed({ state, sentence }) {
    const over = isOver({ state });
    phone.dataset.state = state;
    status(state === "live" ? inCall() : state === "ended" && startedAt ? `${sentence} ${elapsed()}` : sentence);
    element("call").disabled = !over && state !== "idle";
    element("hang-up").disabled = over;
    element("mute").disabled = !["waiting", "live", "reconnecting"].includes(state);
    element("orb-text").textContent = over ? "Call again" : state === "live" ? "In call" : "Calling";
    if (state === "live") startedAt ??= Date.now();
    if (state === "waiting") levels.watch("microphone", call.microphone);
    if (state === "asking") {
        element("hang-up").focus({ preventScroll: true });
        requestAnimationFrame(draw);
    }
    if (over) finish();
}

function inCall() {
    return agentWords[call.agentState] ?? "In call";
}

function finish() {
    startedAt = undefined;
    levels.close();
    element("sound").srcObject = null;
    element("call").focus({ preventScroll: true });
    showMuted(false);
}

function play(track) {
    const sound = element("sound");
    sound.srcObject = new MediaStream([track]);
    sound.play().catch(() => status("Press any key or tap the page to hear the agent."));
    levels.watch("agent", track);
}

/**
 * Words from the room. The feed brings finished lines of both sides, so while it is there the room only adds what the
 * caller is saying just now; without it the room's lines stand in.
 */
function said({ topic, text, attributes, done, isOwn }) {
    if (topic !== "lk.transcription" || text === "") return;
    const role = isOwn ? "user" : "assistant";
    const final = attributes["lk.transcription_final"] === "true";
    if (!feed?.connected) {
        if (final && done) transcript.add(role, text);
    } else if (isOwn && !final) {
        transcript.showInterim(role, text);
    }
}

function showMuted(muted) {
    element("mute").setAttribute("aria-pressed", String(muted));
    element("mute-text").textContent = muted ? "Unmute" : "Mute";
    phone.classList.toggle("muted", muted);
}

function elapsed() {
    const seconds = Math.floor((Date.now() - startedAt) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function draw() {
    const over = !call || isOver(call);
    const mine = over || call.muted ? 0 : levels.read("microphone");
    phone.style.setProperty("--level", over ? 0 : levels.read("agent").toFixed(3));
    element("clock").textContent = startedAt ? elapsed() : "";
    const meter = element("meter");
    const lit = Math.round(mine * BARS);
    [...meter.children].forEach((bar, index) => bar.classList.toggle("lit", index < lit));
    meter.setAttribute("aria-valuenow", String(Math.round(mine * 100)));
    if (!over) requestAnimationFrame(draw);
}

async function type(message) {
    if (call && isOver(call)) forget();
    try {
        const id = await openSession("chat");
        const answer = await api.chat(id, message);
        if (!feed?.connected) {
            transcript.add("user", message);
            transcript.add("assistant", answer.response);
        }
    } catch (error) {
        status(error.message);
    }
}

element("meter").append(...Array.from({ length: BARS }, () => document.createElement("i")));
element("call").addEventListener("click", placeCall);
element("hang-up").addEventListener("click", () => call?.hangUp());
element("mute").addEventListener("click", () => call?.setMuted(!call.muted));
element("type").addEventListener("submit", (event) => {
    event.preventDefault();
    const message = element("message").value.trim();
    element("message").value = "";
    if (message) type(message);
});
for (const item of document.querySelectorAll(".try")) {
    item.addEventListener("click", () => type(item.textContent));
}
document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key.toLowerCase() === "m" && !typing && !event.ctrlKey && !event.metaKey && !element("mute").disabled) {
        call.setMuted(!call.muted);
    }
});
window.addEventListener("pagehide", () => call?.hangUp());

/** For tests: the state of the call, its lines, and what arrived on the line. */
window.parley = {
    get state() {
        return call?.state ?? "idle";
    },
    get lines() {
        return transcript.lines;
    },
    session: () => session,
    statistics: async (kind = "inbound-rtp") => {
        const report = await call?.room?.connection.getStats();
        return [...(report?.values() ?? [])].filter(({ type: name }) => name === kind).map((entry) => ({ ...entry }));
    },
};
