// The list of calls, newest first, live ones before ended ones. Arrow keys move, Enter chooses.

import { duration, make, nodeNames, shortName } from "./words.js";

export class CallList {
    #chosen;
    #list;
    #choose;
    #calls = new Map();

    constructor(list, choose) {
        this.#list = list;
        this.#choose = choose;
        list.addEventListener("keydown", (event) => this.#move(event));
    }

    get size() {
        return this.#calls.size;
    }

    get live() {
        return this.all.filter(({ status }) => status === "live").length;
    }

    get all() {
        return [...this.#calls.values()];
    }

    get chosen() {
        return this.#chosen;
    }

    set chosen(id) {
        this.#chosen = id;
        this.#draw();
    }

    get first() {
        return this.#sorted()[0]?.session_id;
    }

    get(id) {
        return this.#calls.get(id);
    }

    replace(sessions) {
        this.#calls = new Map(sessions.map((session) => [session.session_id, session]));
        this.#draw();
    }

    put(session) {
        this.#calls.set(session.session_id, session);
        this.#draw();
    }

    /** Changes a known call; false when it is not known. */
    update(id, changes) {
        const call = this.#calls.get(id);
        if (!call) return false;
        Object.assign(call, changes);
        this.#draw();
        return true;
    }

    tick() {
        for (const clock of this.#list.querySelectorAll("time")) {
            const call = this.#calls.get(clock.closest("button").dataset.id);
            if (call) clock.textContent = duration(call);
        }
    }

    #sorted() {
        const order = (call) => [call.status === "live" ? 0 : 1, -Date.parse(call.started_at)];
        return this.all.sort((a, b) => {
            const [aLive, aTime] = order(a), [bLive, bTime] = order(b);
            return aLive - bLive || aTime - bTime;
        });
    }

    /** Rows are kept, so that focus stays where it is. */
    #draw() {
        const focused = document.activeElement?.dataset?.id;
        this.#list.replaceChildren(...this.#sorted().map((call) => this.#row(call)));
        if (focused) this.#list.querySelector(`button[data-id="${CSS.escape(focused)}"]`)?.focus();
    }

    #row(call) {
        const live = call.status === "live";
        const button = make("button", "call-row");
        button.type = "button";
        button.dataset.id = call.session_id;
        button.setAttribute("aria-current", String(call.session_id === this.#chosen));
        const facts = live ? nodeNames[call.current_agent] ?? call.current_agent : call.end_reason?.replaceAll("_", " ") ?? "ended";
        const turns = call.turn_count === 1 ? "1 turn" : `${call.turn_count} turns`;
        const middle = make("span", "middle");
        middle.append(make("strong", "", shortName(call)), make("span", "facts", `${facts} · ${turns}`));
        const clock = make("time", "", duration(call));
        button.append(make("i", live ? "dot live" : "dot"), middle, clock);
        button.addEventListener("click", () => this.#choose(call.session_id));
        const item = make("li");
        item.append(button);
        return item;
    }

    #move(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const rows = [...this.#list.querySelectorAll("button")];
        rows.at((rows.indexOf(document.activeElement) + step) % rows.length)?.focus();
    }
}
