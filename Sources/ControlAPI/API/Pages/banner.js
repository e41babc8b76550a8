// The state of a connection, told where nobody overlooks it.

import { element, tell } from "./elements.js";

/** Shows the state of one or more streams; the worst is told. */
export class Banner {
    #states = new Map();
    #retry = new Map();

    constructor() {
        element("banner-retry").addEventListener("click", () => {
            for (const stream of this.#retry.values()) stream.retry();
        });
        setInterval(() => this.#show(), 500);
    }

    follow(name, stream) {
        this.#states.delete(name);
        this.#retry.set(name, stream);
        stream.addEventListener("state", ({ detail }) => {
            const due = detail.wait ? Date.now() + detail.wait : undefined;
            const waits = detail.state === "waiting";
            const lost = waits || (detail.state === "connecting" && this.#states.get(name)?.lost);
            const { attempt } = waits ? detail : this.#states.get(name) ?? {};
            this.#states.set(name, { ...detail, attempt, due, lost });
            this.#show();
        });
        this.#show();
    }

    forget(name) {
        this.#states.delete(name);
        this.#retry.delete(name);
        this.#show();
    }

    #show() {
        const lost = [...this.#states.values()].find((state) => state.lost);
        element("banner").hidden = !lost;
        if (!lost) return;
        const { due, attempt, state } = lost;
        const seconds = due ? Math.max(0, Math.ceil((due - Date.now()) / 1000)) : 0;
        const sentence = state === "connecting" || seconds === 0 ? "trying again now…" : `next try in ${seconds} s`;
        tell(element("banner-text"), "Connection lost. What you see may be out of date.");
        tell(element("banner-when"), `${attempt ? `Attempt ${attempt}, ` : ""}${sentence}`);
        element("banner-retry").disabled = state === "connecting";
    }
}
