// The buttons over a call: hold, silence, another answer, another place, another person, the end.

import { ask } from "./ask.js";
import { element, rove } from "./elements.js";
import { nodeNames, readable, slotNames } from "./words.js";

export class Toolbar {
    #send;
    #state;
    #nodes = ["faq_agent", "booking_agent", "escalation_agent"];

    /** `send(command)` sends one command. */
    constructor(send) {
        this.#send = send;
        const on = (id, act) => element(id).addEventListener("click", act);
        on("pause", () => this.pause());
        on("mute-agent", () => send({ type: this.#state?.mode.name === "muted" ? "unmute_ai" : "mute_ai" }));
        on("interrupt", () => send({ type: "interrupt" }));
        on("regenerate", () => this.#regenerate());
        on("goto", () => this.#goTo());
        on("correct", () => this.#correct());
        on("transfer", () => this.#transfer());
        on("end", () => this.end());
        on("more", () => this.#unfold(element("menu").hidden));
        element("menu").addEventListener("click", () => this.#unfold(false));
        document.addEventListener("click", ({ target }) => target.closest("#toolbar") || this.#unfold(false));
        element("toolbar").addEventListener("keydown", (event) => {
            if (event.key !== "Escape" || element("menu").hidden) return;
            event.stopPropagation();
            this.#unfold(false);
        });
        rove(element("toolbar"), "button", { horizontal: true });
        rove(element("menu"), "button");
    }

    #unfold(open) {
        const menu = element("menu"), inside = menu.contains(document.activeElement);
        menu.hidden = !open;
        element("more").setAttribute("aria-expanded", String(open));
        if (open) menu.querySelector("button:not(:disabled)")?.focus();
        else if (inside) element("more").focus();
    }

    /** The graph's nodes; a conversation can be sent to those where an agent takes a turn. */
    set nodes(names) {
        const agents = names.filter((name) => name.endsWith("_agent"));
        this.#nodes = agents.length > 0 ? agents : names;
    }

    draw(state, allowed) {
        this.#state = state;
        const held = state.mode.name === "held";
        element("pause").textContent = held ? "Resume" : "Hold";
        element("pause").setAttribute("aria-pressed", String(held));
        const muted = state.mode.name === "muted";
        element("mute-agent").textContent = muted ? "Unmute agent" : "Mute agent";
        element("mute-agent").setAttribute("aria-pressed", String(muted));
        for (const control of element("toolbar").querySelectorAll("button:not(#listen, #takeover)")) {
            control.disabled = !allowed;
        }
        // A whisper ends by its own means, and an agent that only listens has nothing to stop.
        const listens = ["human", "muted"].includes(state.mode.name);
        if (listens || (held && state.mode.reason === "whisper")) element("pause").disabled = true;
        if (listens) element("interrupt").disabled = true;
    }

    pause() {
        return this.#send(this.#state?.mode.name === "held" ? { type: "resume" } : { type: "pause", max_s: 120 });
    }

    async #regenerate() {
        const values = await ask({
            title: "Answer anew", text: "What the caller has not heard yet is thrown away.", submit: "Answer anew",
            fields: [{ name: "guidance", label: "Guidance", hint: "Shorter, and offer Friday" }],
        });
        if (!values) return;
        const { guidance } = values;
        await this.#send({ type: "regenerate", ...(guidance && { guidance }), precondition: { turn: this.#state.turn } });
    }

    async #goTo() {
        const options = this.#nodes.map((name) => [name.replace(/_agent$/, ""), nodeNames[name] ?? readable(name)]);
        const values = await ask({
            title: "Go to", text: "The next turn goes there, whatever the caller says.", submit: "Go",
            fields: [{ name: "node", label: "Node", type: "select", options }],
        });
        if (values) await this.#send({ type: "goto", node: values.node });
    }

    async #correct() {
        const { slots } = this.#state;
        const fields = Object.entries(slotNames).map(([name, label]) => ({ name, label, value: slots[name] ?? "" }));
        const values = await ask({ title: "Correct what is known", submit: "Correct", fields });
        if (!values) return;
        const changed = Object.entries(values).filter(([name, value]) => value !== (slots[name] ?? ""));
        const patch = Object.fromEntries(changed.map(([name, value]) => [name, value === "" ? null : value]));
        if (changed.length > 0) await this.#send({ type: "set_context", booking_slots: patch });
    }

    async #transfer() {
        const values = await ask({
            title: "Transfer the call", submit: "Transfer", fields: [
                { name: "target", label: "To", type: "select", options: [["queue", "The next free colleague"], ["operator", "An operator"], ["supervisor", "A supervisor"]] },
                { name: "person", label: "Who, unless it is the next", hint: "usr_…" },
                { name: "skills", label: "Skills, with commas between", hint: "spanish, hybrid cars" },
                { name: "message", label: "What the caller hears", hint: "I am putting you through." },
                { name: "blocking", label: "The agent waits meanwhile", type: "check" },
            ],
        });
        if (!values) return;
        const { target, person, message, blocking } = values;
        const skills = values.skills.split(",").map((skill) => skill.trim()).filter(Boolean);
        const who = target === "queue" ? skills.length > 0 && { skills } : { id: person };
        await this.#send({ type: "transfer", target, blocking, ...who, ...(message && { message }) });
    }

    async end() {
        const values = await ask({
            title: "End the call", submit: "End the call", danger: true, fields: [
                { name: "message", label: "Farewell", hint: "Thank you for calling. Goodbye." },
                { name: "reason", label: "Reason, for the record", required: true, value: "supervisor" },
                { name: "force", label: "At once, without a farewell", type: "check" },
            ],
        });
        if (!values) return;
        const { message, reason, force } = values;
        await this.#send({ type: "end", reason, ...(message && !force && { message }), ...(force && { force }) });
    }
}
