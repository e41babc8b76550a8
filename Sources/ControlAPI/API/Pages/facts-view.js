// What the agent has understood: the intent, and the slots as they fill.

import { element, make, tell } from "./elements.js";
import { readable, slotNames } from "./words.js";

export class FactsView {
    #values = new Map();

    constructor() {
        for (const [key, name] of Object.entries(slotNames)) {
            const value = make("dd", "", "open");
            this.#values.set(key, value);
            element("slots").append(make("dt", "", name), value);
        }
    }

    draw({ intent, confidence, slots }) {
        tell(element("intent"), readable(intent));
        const percent = Math.round(confidence * 100);
        element("confidence").setAttribute("aria-valuenow", String(percent));
        element("confidence").firstElementChild.style.width = `${percent}%`;
        tell(element("confidence-text"), intent ? `${percent} %` : "–");
        let filled = 0;
        for (const [key, target] of this.#values) {
            const value = slots[key];
            filled += value ? 1 : 0;
            tell(target, value ? String(value).replaceAll("_", " ") : "open");
            target.classList.toggle("filled", Boolean(value));
        }
        tell(element("slots-count"), `${filled} of ${this.#values.size}`);
    }
}
