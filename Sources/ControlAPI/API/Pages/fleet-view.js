// The list of calls, with its search, its filters and its count.

import { element, make, rove, tell } from "./elements.js";
import { need } from "./fleet.js";
import { WindowedList } from "./windowed-list.js";
import { counted, duration, modeNames, nodeNames, readable, shortName } from "./words.js";

const HEIGHT = 64;

export class FleetView {
    chosen;
    #fleet;
    #list;
    #wanted = false;

    constructor(fleet, choose) {
        this.#fleet = fleet;
        this.#list = new WindowedList(element("calls"), {
            height: HEIGHT, make: row, fill: (target, { call }) => this.#fill(target, call),
            choose: ({ call }) => choose(call.session_id),
        });
        fleet.addEventListener("changed", () => this.draw());
        element("search").addEventListener("input", ({ target }) => {
            fleet.search = target.value;
            this.draw();
        });
        for (const chip of element("filters").children) chip.addEventListener("click", () => this.#filter(chip));
        rove(element("filters"), "button", { horizontal: true });
        setInterval(() => document.hidden || this.draw(), 1000);
    }

    focus() {
        this.#list.focus();
    }

    /** At most once per animation frame, however many frames arrive. */
    draw() {
        if (this.#wanted) return;
        this.#wanted = true;
        requestAnimationFrame(() => {
            this.#wanted = false;
            this.#show();
        });
    }

    #show() {
        const shown = this.#fleet.shown;
        this.#list.show(shown.map((call) => ({ key: call.session_id, call })));
        tell(element("count"), `${this.#fleet.live} live`);
        element("no-calls").hidden = shown.length > 0;
        tell(element("no-calls-text"), this.#fleet.size ? "No call matches." : "No calls yet.");
        const needy = this.#fleet.needy;
        document.title = needy ? `(${needy}) Parley · Supervisor` : "Parley · Supervisor";
        tell(element("needy"), needy ? `${counted(needy, "call needs", "calls need")} help` : "");
    }

    #filter(chip) {
        this.#fleet.filter = chip.dataset.filter;
        for (const other of element("filters").children) {
            other.setAttribute("aria-pressed", String(other === chip));
            other.tabIndex = other === chip ? 0 : -1;
        }
        element("calls").scrollTop = 0;
        this.draw();
    }

    #fill(target, call) {
        const live = call.status === "live", mode = call.mode ?? "ai", urgency = need(call);
        const [dot, middle, right] = target.children;
        target.setAttribute("aria-selected", String(call.session_id === this.chosen));
        dot.className = `dot ${live ? mode : "over"}`;
        tell(middle.children[0], shortName(call));
        tell(middle.children[1], facts(call, live));
        tell(right.children[0], duration(call));
        const badge = right.children[1];
        const words = live ? badgeOf(call, mode, urgency) : "";
        tell(badge, words);
        badge.className = `badge ${call.waiting || (urgency >= 0.5 && mode === "ai") ? "urgent" : mode}`;
        target.style.setProperty("--need", live ? urgency.toFixed(2) : "0");
    }
}

function row() {
    const target = make("div", "call-row");
    const middle = make("span", "middle"), right = make("span", "right");
    middle.append(make("strong"), make("span", "facts"));
    right.append(make("time"), make("span", "badge"));
    target.append(make("i", "dot"), middle, right);
    return target;
}

function facts(call, live) {
    const where = live ? nodeNames[call.current_agent] ?? readable(call.current_agent) : readable(call.end_reason ?? "ended");
    return `${where} · ${counted(call.turn_count ?? 0, "turn")}`;
}

/** What a row says first: what waits for a person, then who has the call, then how long the caller waits. */
function badgeOf(call, mode, urgency) {
    if (call.waiting) return "Approval";
    if (mode !== "ai") return modeNames[mode] ?? mode;
    if (urgency >= 0.5) return "Help";
    return call.wait_s >= 5 ? `Waits ${Math.round(call.wait_s)} s` : "";
}
