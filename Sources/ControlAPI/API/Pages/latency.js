// How long each turn took: one stacked bar per turn, newest at the bottom, all on one scale. What the total holds
// beyond the three stages is the pause that showed the caller had finished.

import { make } from "./words.js";

const KEPT = 12;
const stages = { stt: "stt_ms", llm: "llm_ms", tts: "tts_ms" };

export class LatencyBars {
    #list;
    #empty;
    #turns = [];
    #count = 0;

    constructor(list, empty) {
        this.#list = list;
        this.#empty = empty;
    }

    clear() {
        this.#turns = [];
        this.#count = 0;
        this.#draw();
    }

    add(data) {
        this.#count += 1;
        this.#turns.push({ ...data, turn: this.#count });
        this.#turns = this.#turns.slice(-KEPT);
        this.#draw();
    }

    #draw() {
        const longest = Math.max(1000, ...this.#turns.map(({ total_ms: total }) => total));
        this.#list.replaceChildren(...this.#turns.map((turn) => this.#bar(turn, longest)));
        this.#empty.hidden = this.#turns.length > 0;
    }

    #bar(turn, longest) {
        const item = make("li");
        const words = Object.entries(stages).map(([name, key]) => `${name} ${turn[key]} ms`).join(", ");
        item.title = words;
        const bar = make("span", "stack");
        for (const [name, key] of Object.entries(stages)) {
            const part = make("i", name);
            part.style.width = `${(100 * turn[key]) / longest}%`;
            bar.append(part);
        }
        const rest = make("i", "rest");
        const known = Object.values(stages).reduce((sum, key) => sum + turn[key], 0);
        rest.style.width = `${(100 * Math.max(0, turn.total_ms - known)) / longest}%`;
        bar.prepend(rest);
        const total = turn.total_ms >= 1000 ? `${(turn.total_ms / 1000).toFixed(1)} s` : `${turn.total_ms} ms`;
        item.append(make("span", "turn", String(turn.turn)), bar, make("span", "total", total), make("span", "hidden", words));
        return item;
    }
}
