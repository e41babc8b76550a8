// Words for the agent or the caller: whisper, say, instruct, note.

import { element, rove, tell } from "./elements.js";

const steps = ["pausing", "excuse", "held", "injected", "acknowledged", "resumed"];
const hints = {
    whisper: {
        none: "The agent excuses itself, waits, and goes on with your words.",
        pausing: "Waiting for the end of the sentence…", excuse: "The agent excuses itself…",
        held: "The agent waits. Write what it should know, then inject.",
        injected: "On its way to the agent…", acknowledged: "The agent received it and goes on.",
        resumed: "The agent goes on with what you told it.",
    },
    say: "The caller hears exactly these words in the agent's voice.",
    inject: "The agent takes it into account; the caller never hears it.",
    note: "For colleagues. Neither the caller nor the agent sees it.",
};
const placeholders = {
    whisper: "What the agent should know…", say: "What the agent says…", inject: "What the agent should heed…",
    note: "What colleagues should know…",
};

export class Composer {
    kind = "whisper";
    #send;
    #whisper = "none";
    #allowed = false;
    #isListening = false;
    #busy = false;

    /** `send(command)` resolves with whether it was accepted. */
    constructor(send) {
        this.#send = send;
        for (const tab of element("kinds").children) tab.addEventListener("click", () => this.choose(tab.dataset.kind));
        rove(element("kinds"), "button", { horizontal: true });
        element("compose").addEventListener("submit", (event) => {
            event.preventDefault();
            this.#submit();
        });
        element("words").addEventListener("keydown", (event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
                event.preventDefault();
                this.#submit();
            }
        });
        element("words").addEventListener("input", () => this.#enable());
        element("whisper-begin").addEventListener("click", () => this.begin());
        element("whisper-cancel").addEventListener("click", () => this.#run({ type: "whisper.cancel" }));
        this.choose("whisper");
    }

    /** Another kind of words; the text stays. */
    choose(kind) {
        this.kind = kind;
        for (const tab of element("kinds").children) {
            tab.setAttribute("aria-selected", String(tab.dataset.kind === kind));
            tab.tabIndex = tab.dataset.kind === kind ? 0 : -1;
        }
        element("compose").dataset.kind = kind;
        element("compose-panel").setAttribute("aria-labelledby", `kind-${kind}`);
        element("words").placeholder = placeholders[kind];
        this.#show();
    }

    focus() {
        const begins = this.kind === "whisper" && ["none", "resumed"].includes(this.#whisper);
        element(begins ? "whisper-begin" : "words").focus();
    }

    async begin() {
        this.choose("whisper");
        const excuse = element("excuse").value;
        const when = element("whisper-when").value;
        await this.#run({ type: "whisper.begin", excuse, when });
        element("words").focus();
    }

    /** `whisper`: the step of the session; `allowed`: whether this person may send commands here. */
    draw({ whisper, mode }, allowed) {
        this.#whisper = whisper;
        // An agent that only listens cannot be whispered to.
        this.#isListening = ["human", "muted"].includes(mode.name);
        this.#allowed = allowed;
        this.#show();
    }

    #show() {
        const at = steps.indexOf(this.#whisper);
        [...element("steps").children].forEach((item, index) => {
            const done = index < at || this.#whisper === "resumed";
            item.className = done ? "done" : index === at ? "now" : "";
            if (index === at && !done) item.setAttribute("aria-current", "step");
            else item.removeAttribute("aria-current");
        });
        const hint = hints[this.kind];
        tell(element("hint"), typeof hint === "string" ? hint : hint[this.#whisper] ?? "");
        this.#enable();
    }

    #enable() {
        const off = !this.#allowed || this.#busy;
        const running = !["none", "resumed"].includes(this.#whisper);
        element("compose").toggleAttribute("data-running", running);
        element("whisper-begin").disabled = off || this.#isListening;
        element("whisper-begin").hidden = running;
        element("whisper-cancel").disabled = off;
        element("whisper-cancel").hidden = !running || ["injected", "acknowledged"].includes(this.#whisper);
        element("words").disabled = !this.#allowed;
        const words = element("words").value.trim();
        const waits = this.kind === "whisper" && this.#whisper !== "held";
        element("compose-send").disabled = off || waits || words === "";
        element("compose-send").hidden = this.kind === "whisper" && !running;
        tell(element("compose-send"), { whisper: "Inject", say: "Say", inject: "Instruct", note: "Note" }[this.kind]);
    }

    async #submit() {
        const text = element("words").value.trim();
        if (element("compose-send").disabled || !text) return;
        const command = {
            whisper: () => ({ type: "whisper.inject", text }),
            say: () => ({
                type: "say", text, when: element("say-when").value, interruptible: element("interruptible").checked,
            }),
            inject: () => ({
                type: "inject", text, respond: element("respond").value, scope: element("scope").value,
            }),
            note: () => ({ type: "note", text }),
        }[this.kind]();
        if (await this.#run(command)) element("words").value = "";
        this.#enable();
    }

    async #run(command) {
        this.#busy = true;
        this.#enable();
        const accepted = await this.#send(command);
        this.#busy = false;
        this.#enable();
        return accepted;
    }
}
