// One call in detail, drawn from the frames of its feed.

import { Feed } from "./feed.js";
import { LatencyBars } from "./latency.js";
import { Transcript } from "./transcript.js";
import { duration, make, nodeNames, readable, shortName } from "./words.js";

const element = (id) => document.getElementById(id);
const slotNames = {
    appointment_type: "Kind", service_type: "Service", preferred_date: "Day", preferred_time: "Time",
    customer_name: "Name", customer_phone: "Phone", customer_email: "E-mail",
};
const taskNames = { human_escalation: "Ask for a colleague" };

export class Detail {
    #feed;
    #call;
    #id;
    #items = new Map();
    #transcript = new Transcript(element("lines"), element("empty"), { user: "Caller", assistant: "Agent" });
    #latency = new LatencyBars(element("latency"), element("no-latency"));

    constructor() {
        element("nodes").append(...Object.entries(nodeNames).map(([id, name]) => {
            const item = make("li", "", name);
            item.dataset.node = id;
            return item;
        }));
        this.#clear();
    }

    get lines() {
        return this.#transcript.lines;
    }

    follow(id) {
        if (this.#id === id) return;
        this.#feed?.close();
        this.#id = id;
        this.#clear();
        this.#feed = new Feed(`/ws/${encodeURIComponent(id)}`);
        this.#feed.addEventListener("open", () => {
            this.#clear();
            this.#note("");
        });
        this.#feed.addEventListener("lost", () => this.#note("Reconnecting…"));
        this.#feed.addEventListener("closed", ({ detail }) => this.#note(detail.reason));
        this.#feed.addEventListener("frame", ({ detail }) => this.#handle(detail));
    }

    /** What the list knows of the call. */
    summarise(call) {
        this.#call = call;
        element("title").textContent = shortName(call);
        const state = call.status === "live" ? "live" : readable(call.end_reason ?? "ended");
        element("subtitle").textContent = `${call.session_id} · ${call.channel} · ${state}`;
        element("turns").textContent = call.turn_count === 1 ? "1 turn" : `${call.turn_count} turns`;
        element("detail").classList.toggle("over", call.status !== "live");
        this.tick();
    }

    tick() {
        if (this.#call) element("duration").textContent = duration(this.#call);
    }

    #note(sentence) {
        element("detail-link").textContent = sentence;
        element("detail-link").hidden = sentence === "";
    }

    #clear() {
        this.#transcript.clear();
        this.#latency.clear();
        this.#items.clear();
        element("tasks").replaceChildren();
        this.#showTasks();
        this.#state({ booking_slots: {}, pending_tasks: [] });
    }

    #handle(frame) {
        if (frame.type === "state_update") this.#state(frame);
        else if (frame.type === "transcript") this.#transcript.add(frame.role, frame.content, this.#noteFor(frame));
        else if (frame.type === "task_update") this.#task(frame.task);
        else if (frame.type === "notification") this.#notification(frame);
        else if (frame.type === "latency") this.#latency.add(frame.data);
    }

    #noteFor({ role, agent_type: agent }) {
        return role === "assistant" ? nodeNames[agent] ?? "" : "";
    }

    #state({ current_agent: agent, intent, confidence, booking_slots: slots, pending_tasks: tasks }) {
        for (const item of element("nodes").children) {
            item.toggleAttribute("aria-current", item.dataset.node === agent);
        }
        element("intent").textContent = readable(intent);
        const percent = Math.round((confidence ?? 0) * 100);
        element("confidence").setAttribute("aria-valuenow", String(percent));
        element("confidence").firstElementChild.style.width = `${percent}%`;
        element("confidence-text").textContent = intent ? `${percent} %` : "–";
        this.#slots(slots ?? {});
        for (const task of tasks ?? []) this.#task(task);
    }

    #slots(slots) {
        const rows = Object.entries(slotNames).flatMap(([key, name]) => {
            const value = slots[key];
            const filled = make("dd", value ? "filled" : "", value ? String(value).replaceAll("_", " ") : "open");
            return [make("dt", "", name), filled];
        });
        element("slots").replaceChildren(...rows);
    }

    #task(task) {
        const found = task.human_available === true ? `${task.human_agent_name ?? "a colleague"} is free`
            : task.human_available === false ? "nobody is free" : "";
        this.#item(`task ${task.task_id}`, `task ${task.status}`, taskNames[task.task_type] ?? readable(task.task_type),
            [readable(task.status), found].filter(Boolean).join(" · "));
    }

    #notification({ notification_id: id, message, priority }) {
        this.#item(`note ${id}`, `task note ${priority}`, message, `notification · ${priority}`);
    }

    /** One entry per task or notification; a later frame changes it in place. */
    #item(key, className, title, fact) {
        const item = make("li", className);
        item.append(make("strong", "", title), make("span", "facts", fact));
        const known = this.#items.get(key);
        if (known) known.replaceWith(item);
        else element("tasks").prepend(item);
        this.#items.set(key, item);
        this.#showTasks();
    }

    #showTasks() {
        element("no-tasks").hidden = this.#items.size > 0;
    }
}
