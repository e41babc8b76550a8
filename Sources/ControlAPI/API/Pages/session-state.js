// One session as its frames tell it: a value that views draw. Unknown types and keys are passed over.

import { Trail } from "./trail.js";
import { Lines } from "./lines.js";

const KEPT = { latencies: 500, moods: 720, commands: 500 };

/** The last entries of a list that only grows. */
const kept = (list, limit) => (list.length > limit ? list.slice(-limit) : list);

export class SessionState {
    /** What changed since the last `changes()`: names of the parts below. */
    #changed = new Set();

    constructor(id) {
        this.id = id;
        this.clear();
    }

    /** Back to the beginning, before a replay or a snapshot. */
    clear() {
        this.lines = new Lines();
        this.trail = new Trail();
        this.agent = undefined;
        this.intent = undefined;
        this.confidence = 0;
        this.customer = {};
        this.slots = {};
        this.tasks = new Map();
        this.notifications = new Map();
        this.latencies = [];
        this.moods = [];
        this.satisfaction = undefined;
        this.mode = { name: "ai" };
        this.lease = undefined;
        this.turn = 0;
        this.whisper = "none";
        this.approvals = new Map();
        this.commands = new Map();
        this.people = new Map();
        this.node = undefined;
        this.edge = undefined;
        this.visited = new Set();
        this.summary = undefined;
        this.sequence = 0;
        this.#changed = new Set(["all"]);
    }

    /** What to draw anew; asked once per animation frame. */
    changes() {
        const changed = this.#changed;
        this.#changed = new Set();
        return changed;
    }

    /** Takes one frame of the extended profile. */
    apply(frame) {
        if (Number.isInteger(frame.seq)) this.sequence = Math.max(this.sequence, frame.seq);
        if (Number.isInteger(frame.turn)) this.turn = Math.max(this.turn, frame.turn);
        const read = readers[frame.type];
        if (!read) return;
        for (const part of read(this, frame) ?? []) this.#changed.add(part);
        if (Number.isInteger(frame.seq) && this.trail.note(frame)) this.#changed.add("trail");
    }

    /** The session's view, as GET /api/sessions/{id} answers it; also a snapshot's contents. */
    absorb(view) {
        this.summary = { ...this.summary, ...view };
        if (view.mode) this.mode = { ...this.mode, name: view.mode };
        if ("lease" in view) this.lease = view.lease ?? undefined;
        if (Number.isInteger(view.turn)) this.turn = view.turn;
        if (view.supervisors) presence(this, { attachments: view.supervisors });
        this.#changed.add("summary").add("mode").add("lease").add("people");
    }
}

function state(session, frame) {
    session.agent = frame.current_agent;
    session.intent = frame.intent ?? frame.detected_intent;
    session.confidence = frame.confidence ?? 0;
    session.customer = frame.customer ?? {};
    session.slots = frame.booking_slots ?? {};
    for (const task of frame.pending_tasks ?? []) session.tasks.set(task.task_id, task);
    return ["state", "tasks"];
}

function graph(session, { events = [] }) {
    for (const { kind, node } of events) {
        if (!node || !["entered", "resumed"].includes(kind)) continue;
        if (session.node && session.node !== node) session.edge = [session.node, node];
        session.node = node;
        session.visited.add(node);
    }
    return ["graph"];
}

/** What the feed tells is newer than the answer to the request (which has no `seq`), whichever arrives first. */
function command(session, frame) {
    const id = frame.command_id;
    const known = session.commands.get(id) ?? {};
    const newest = Number.isInteger(frame.seq) ? { ...known, ...frame } : { ...frame, ...known };
    session.commands.delete(id);
    session.commands.set(id, { ...newest, ts: known.ts ?? frame.ts });
    if (session.commands.size > KEPT.commands) session.commands.delete(session.commands.keys().next().value);
    return ["commands"];
}

const order = ["none", "pausing", "excuse", "held", "injected", "acknowledged", "resumed"];

/** The steps of a whisper only go forward, until the next begins. */
function advance(session, step) {
    const begins = step === "pausing" && ["none", "resumed"].includes(session.whisper);
    const forward = session.whisper !== "none" && order.indexOf(step) > order.indexOf(session.whisper);
    if (!begins && !forward) return [];
    session.whisper = step;
    return ["whisper"];
}

function abandon(session) {
    session.whisper = "none";
    return ["whisper"];
}

/** After the instruction the call resumes; without one it only goes on. */
function whisper(session, { phase }) {
    if (phase === "resuming") return [];
    if (phase !== "none") return advance(session, phase);
    return ["injected", "acknowledged"].includes(session.whisper) ? advance(session, "resumed")
        : session.whisper === "resumed" ? [] : abandon(session);
}

function speech(session, frame) {
    session.lines.speech(frame);
    const excused = frame.phase === "started" && session.whisper === "pausing" && frame.source !== "reply";
    return excused ? ["lines", ...advance(session, "excuse")] : ["lines"];
}

function turn(session, frame) {
    session.lines.turn(frame);
    return ["lines", "summary"];
}

function presence(session, { attachments = [] }) {
    session.people = new Map(attachments.map((person) => [person.attachment_id, person]));
    return ["people"];
}

function approval(session, frame) {
    const { type: _, ts: __, id: own, approval_id: named, ...fields } = frame;
    const id = named ?? own;
    session.approvals.set(id, { ...session.approvals.get(id), ...fields, id });
    return ["approvals"];
}

const readers = {
    state_update: state,
    graph,
    command,
    speech,
    turn,
    approval,
    whisper,
    mode: (session, frame) => ((session.mode = { ...frame, name: frame.mode }), ["mode"]),
    supervisor_presence: presence,
    transcript: (session, frame) => (session.lines.add(frame), ["lines", "summary"]),
    transcript_partial: (session, frame) => (session.lines.partial(frame), ["lines"]),
    task_update: (session, { task }) => (session.tasks.set(task.task_id, task), ["tasks"]),
    notification: (session, frame) => (session.notifications.set(frame.notification_id, frame), ["tasks"]),
    notification_ack(session, { notification_id: id, by }) {
        const note = session.notifications.get(id);
        if (note) session.notifications.set(id, { ...note, seenBy: by?.name ?? by?.id });
        return ["tasks"];
    },
    latency(session, { data, turn: number }) {
        session.latencies = kept([...session.latencies, { turn: number, ...data }], KEPT.latencies);
        return ["latency"];
    },
    sentiment(session, frame) {
        session.moods = kept([...session.moods, frame], KEPT.moods);
        return ["mood"];
    },
    satisfaction: (session, frame) => ((session.satisfaction = frame), ["mood"]),
    lease(session, frame) {
        session.lease = frame.holder ? { holder: frame.holder, name: frame.name, expires_at: frame.expires_at } : undefined;
        return ["lease"];
    },
    instruction_ack: (session) => advance(session, "acknowledged"),
    whisper_expired: abandon,
    human_transcript: (session, frame) => (session.lines.human(frame), ["lines"]),
    lifecycle(session, frame) {
        session.absorb(frame.session ?? {});
        return frame.session?.status === "ended" ? ["summary", ...abandon(session)] : ["summary"];
    },
    snapshot(session, frame) {
        if (frame.state) state(session, frame.state);
        session.absorb(frame.session ?? {});
        return ["all"];
    },
    note: () => [],
    takeover: () => [],
    hello: () => [],
    handoff: () => [],
    tool_call: () => [],
    error: () => [],
    barge_in: () => [],
    lease_stolen: () => ["lease"],
};
