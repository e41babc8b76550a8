// The caller page.

import { offerAppearance } from "./appearance.js";
import { Call } from "./call.js";
import { Conversation } from "./conversation.js";
import { element } from "./elements.js";
import { Levels } from "./microphone.js";
import { TranscriptView } from "./transcript-view.js";

const phone = element("phone");
const names = { user: "You", assistant: "Parley", supervisor: "A colleague" };
const transcript = new TranscriptView({
    box: element("scroll"), list: element("lines"), empty: element("empty"), voice: element("spoken"),
    name: (line) => line.who ?? names[line.role] ?? line.role, showsUnheard: false,
});
const agentWords = {
    initializing: "The agent is getting ready…", listening: "Listening", thinking: "Thinking…",
    speaking: "Speaking", idle: "Listening", gone: "The agent has left the call.",
};
const recordingWords = { started: "This call is being recorded.", deleted: "The recording was deleted." };
const modeWords = { held: "One moment, please…", human: "You are talking with a colleague." };
const BARS = 24;

let conversation, call, levels, startedAt;

/** The conversation of this page, until it is over. A call is a session of its own. */
function converse(channel) {
    if (channel === "voice" && conversation?.channel === "chat") forget();
    if (conversation) return conversation;
    const begun = new Conversation(channel, new URLSearchParams(location.search).get("key") ?? undefined);
    conversation = begun;
    const on = (name, act) => begun.addEventListener(name, ({ detail }) => conversation === begun && act(detail));
    on("lines", () => transcript.draw(begun.lines));
    on("link", ({ sentence }) => note(sentence));
    on("mode", () => call?.state === "live" && status(inCall()));
    on("recording", ({ phase }) => showRecording(recordingWords[phase]));
    return begun;
}

function note(sentence) {
    element("feed").textContent = sentence;
    element("feed").hidden = sentence === "";
}

/** Without words nothing is shown. */
function showRecording(words = "") {
    element("recorded").textContent = words;
    element("recorded").hidden = words === "";
}

function status(sentence) {
    element("status").textContent = sentence;
}

function placeCall() {
    if (call && !isOver(call)) return;
    if (call) forget();
    const { api } = converse("voice");
    call = new Call(api, conversation.open(), !element("consent").hidden && element("may-record").checked);
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
    conversation?.close();
    conversation = call = undefined;
    transcript.clear();
    note("");
    showRecording();
}

function changed({ state, sentence }) {
    const over = isOver({ state });
    phone.dataset.state = state;
    status(state === "live" ? inCall() : state === "ended" && startedAt ? `${sentence} ${elapsed()}` : sentence);
    element("call").disabled = !over && state !== "idle";
    // Consent is given before a call; in it, saying so ends the recording.
    element("may-record").disabled = element("call").disabled;
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
    return modeWords[conversation?.mode] ?? agentWords[call.agentState] ?? "In call";
}

function finish() {
    startedAt = undefined;
    levels.close();
    if (element("recorded").textContent === recordingWords.started) showRecording();
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
    if (!conversation?.connected) {
        if (final && done) conversation?.hear({ type: "transcript", role, content: text });
    } else if (isOwn && !final && conversation.lines.all.findLast((line) => line.role === role)?.text !== text) {
        conversation.hear({ type: "transcript_partial", role, text });
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

/** Typing works beside a call and without one. */
async function type(message) {
    if (call && isOver(call)) forget();
    element("type").setAttribute("aria-busy", "true");
    try {
        await converse("chat").type(message);
        if (phone.dataset.state === "idle") status("Ready when you are.");
    } catch (error) {
        if (!element("message").value) element("message").value = message;
        status(error.message);
    } finally {
        element("type").removeAttribute("aria-busy");
    }
}

offerAppearance(element("theme"));
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
    const typing = event.target.closest("input, textarea");
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
        return (conversation?.lines.all ?? []).map(({ role, text, heard }) => ({ role, content: heard ?? text }));
    },
    session: () => conversation?.session,
    statistics: async (kind = "inbound-rtp") => {
        const report = await call?.room?.connection.getStats();
        return [...(report?.values() ?? [])].filter(({ type: name }) => name === kind).map((entry) => ({ ...entry }));
    },
};
