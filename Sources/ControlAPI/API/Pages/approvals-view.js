// Tools that wait for a person: one card each, with the time that is left.

import { button, element, make, spoken, tell } from "./elements.js";
import { now } from "./server-clock.js";
import { clock, readable } from "./words.js";

const outcomes = {
    approved: "Approved", edited: "Approved with changes", rejected: "Rejected", responded: "Answered instead",
    expired: "Nobody decided in time", void: "No longer needed",
};

/** `decide(id, decision)` sends {decision, args?, message?}; it rejects with a sentence. */
export class ApprovalsView {
    #decide;
    #cards = new Map();

    constructor(decide) {
        this.#decide = decide;
        setInterval(() => this.#tick(), 1000);
    }

    clear() {
        this.#cards.clear();
        element("approvals").replaceChildren();
    }

    /** `allowed`: whether this person may decide. */
    draw(approvals, allowed) {
        for (const approval of approvals.values()) {
            const card = this.#cards.get(approval.id);
            if (approval.status === "pending" || approval.status === undefined) {
                if (!card) this.#open(approval);
            } else if (card && !card.closed) this.#close(card, approval);
        }
        for (const { controls, closed } of this.#cards.values()) {
            if (!closed) controls.disabled = !allowed;
        }
    }

    /** Moves the keyboard to the oldest card that waits. */
    focus() {
        element("approvals").querySelector("fieldset:not([disabled]) button")?.focus();
    }

    #open(approval) {
        const card = { approval, item: make("li", "approval"), closed: false };
        const head = make("div", "approval-head");
        card.left = make("span", "left");
        card.left.setAttribute("role", "timer");
        head.append(make("strong", "", readable(approval.tool)), spoken(" asks for approval"), card.left);
        card.args = make("textarea", "args");
        card.args.value = JSON.stringify(approval.args ?? approval.arguments ?? {}, null, 2);
        card.args.rows = Math.min(8, card.args.value.split("\n").length);
        card.args.hidden = true;
        card.facts = facts(approval.args ?? approval.arguments ?? {});
        card.args.setAttribute("aria-label", `Arguments of ${readable(approval.tool)}`);
        card.message = make("input", "message");
        card.message.placeholder = "What the agent should say instead…";
        card.message.setAttribute("aria-label", "What the agent is told instead of calling the tool");
        card.message.hidden = true;
        card.error = make("p", "error");
        card.error.setAttribute("role", "alert");
        card.controls = this.#controls(card);
        card.item.append(head, make("p", "prompt", approval.prompt ?? ""), card.facts, card.args, card.message, card.controls, card.error);
        this.#cards.set(approval.id, card);
        element("approvals").append(card.item);
        this.#tick();
    }

    #controls(card) {
        const controls = make("fieldset", "decisions");
        const legend = make("legend", "hidden", `Decide on ${readable(card.approval.tool)}`);
        const edit = button("", "Edit", () => this.#edit(card, edit));
        const respond = button("", "Respond…", () => this.#respond(card));
        controls.append(legend,
            button("primary", "Approve", () => this.#approve(card)),
            edit, respond,
            button("warn", "Reject", () => this.#send(card, { decision: "reject" })));
        return controls;
    }

    #approve(card) {
        if (card.args.hidden) return this.#send(card, { decision: "approve" });
        try {
            return this.#send(card, { decision: "edit", args: JSON.parse(card.args.value) });
        } catch {
            card.args.setAttribute("aria-invalid", "true");
            card.error.textContent = "The arguments are not valid JSON.";
            return undefined;
        }
    }

    #edit(card, control) {
        const edits = card.args.hidden;
        card.facts.hidden = edits;
        card.args.hidden = !edits;
        control.setAttribute("aria-pressed", String(!card.args.hidden));
        if (!card.args.hidden) card.args.focus();
    }

    #respond(card) {
        if (card.message.hidden) {
            card.message.hidden = false;
            card.message.focus();
        } else if (card.message.value.trim()) {
            this.#send(card, { decision: "respond", message: card.message.value.trim() });
        }
    }

    async #send(card, decision) {
        card.controls.disabled = true;
        card.error.textContent = "";
        try {
            await this.#decide(card.approval.id, decision);
        } catch (error) {
            card.controls.disabled = false;
            card.error.textContent = error.message;
        }
    }

    #close(card, { status, decided_by: by }) {
        card.closed = true;
        card.controls.disabled = true;
        card.item.classList.add("closed", status);
        const name = typeof by === "object" ? by?.name : by;
        card.left.textContent = `${outcomes[status] ?? readable(status)}${name ? ` by ${name}` : ""}`;
        card.item.replaceChildren(card.item.firstElementChild);
        setTimeout(() => card.item.remove(), 12_000);
    }

    #tick() {
        for (const { approval, left, item, closed } of this.#cards.values()) {
            if (closed || !approval.deadline) continue;
            const seconds = Math.max(0, (Date.parse(approval.deadline) - now()) / 1000);
            tell(left, clock(seconds));
            item.classList.toggle("late", seconds < 10);
        }
    }
}

/** The arguments of a tool call, for people. */
function facts(args) {
    const list = make("dl", "facts-list");
    for (const [name, value] of Object.entries(args)) {
        const text = typeof value === "object" ? JSON.stringify(value) : String(value);
        list.append(make("dt", "", readable(name)), make("dd", "", text));
    }
    return list;
}
