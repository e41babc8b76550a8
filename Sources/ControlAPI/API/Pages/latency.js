// How long each turn took: one stacked bar per turn, newest at the bottom, all on one scale. What the total holds
// beyond the three stages is the pause that showed the caller had finished.

import { make } from "./elements.js";
import { span } from "./words.js";

const SHOWN = 12;
const stages = { stt: ["stt_ms", "hearing"], llm: ["llm_ms", "thinking"], tts: ["tts_ms", "voice"] };

export class LatencyBars {
    #list;
    #empty;

    constructor(list, empty) {
        this.#list = list;
        this.#empty = empty;
    }

    /** Every measured turn of a session, oldest first. */
    draw(latencies) {
        const first = Math.max(0, latencies.length - SHOWN);
        const turns = latencies.slice(first);
        const longest = Math.max(1000, ...turns.map(({ total_ms: total }) => total));
        this.#list.replaceChildren(...turns.map((turn, index) => bar(turn, turn.turn ?? first + index + 1, longest)));
        this.#empty.hidden = turns.length > 0;
    }
}

function bar(turn, number, longest) {
    const parts = Object.entries(stages).map(([name, [key, word]]) => ({ name, word, ms: turn[key] ?? 0 }));
    const known = parts.reduce((sum, { ms }) => sum + ms, 0);
    parts.unshift({ name: "rest", word: "pause", ms: Math.max(0, turn.total_ms - known) });
    const item = make("li");
    const stack = make("span", "stack");
    for (const { name, ms } of parts) {
        const part = make("i", name);
        part.style.width = `${(100 * ms) / longest}%`;
        stack.append(part);
    }
    const words = parts.map(({ word, ms }) => `${word} ${span(ms)}`).join(", ");
    item.title = words;
    item.append(make("span", "turn", String(number)), stack, make("span", "total", span(turn.total_ms)), make("span", "hidden", words));
    return item;
}
