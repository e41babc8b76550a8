// What things are called, for people.

import { now } from "./server-clock.js";

export const nodeNames = {
    router: "Router", faq: "Questions", booking: "Booking", escalation: "Escalation", response: "Reply",
    check_notifications: "News", faq_agent: "Questions", booking_agent: "Booking", escalation_agent: "Escalation",
    courtesy: "Courtesy", respond: "Reply", approval: "Approval",
};

export const modeNames = { ai: "Agent", held: "On hold", human: "Person", muted: "Listening" };

export const commandNames = {
    say: "Say", inject: "Instruct", set_context: "Correct", "whisper.begin": "Whisper", "whisper.inject": "Whispered words",
    "whisper.cancel": "End whisper", pause: "Pause", resume: "Resume", mute_ai: "Mute the agent",
    unmute_ai: "Unmute the agent", takeover: "Take over", release: "Hand back", interrupt: "Interrupt",
    regenerate: "Answer anew", goto: "Go to", transfer: "Transfer", end: "End the call", note: "Note", chat: "Chat",
    decide: "Decide", "lease.acquire": "Take control", "lease.renew": "Keep control", "lease.release": "Give up control",
};

export const slotNames = {
    appointment_type: "Kind", service_type: "Service", preferred_date: "Day", preferred_time: "Time",
    customer_name: "Name", customer_phone: "Phone", customer_email: "E-mail",
};

export const reasonNames = {
    "control-held": "somebody else has control", "stale-turn": "the conversation moved on",
    "session-ended": "the call is over", mode: "not while the call is in this state", forbidden: "not allowed",
};

export function shortName(call) {
    const tail = call.session_id.replace(/^sess_/, "").slice(0, 8);
    return call.title || call.customer_name || `${call.channel === "chat" ? "Chat" : "Call"} ${tail}`;
}

/** A time span in seconds: 0:07, 12:30, 1:02:03. */
export function clock(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const two = (value) => String(value).padStart(2, "0");
    const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
    return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** How long a call has lasted, or lasted. */
export function duration(call) {
    const end = call.ended_at ? Date.parse(call.ended_at) : now();
    return clock((end - Date.parse(call.started_at)) / 1000);
}

/** The time of day of an event, 14:03:59. */
export function timeOfDay(time) {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? "" : date.toLocaleTimeString([], { hour12: false });
}

export function readable(name) {
    return name ? String(name).replaceAll(/[_.]/g, " ") : "not known yet";
}

export function counted(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}

/** Milliseconds as a person reads them: 380 ms, 1.4 s. */
export function span(ms) {
    return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`;
}
