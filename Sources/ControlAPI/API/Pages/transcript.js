// The list of what was said. Text goes in as text, never as markup.

const names = { user: "You", assistant: "Parley" };

export class Transcript {
    #list;
    #empty;
    #names;
    #interim = new Map();
    lines = [];

    constructor(list, empty, speakers = names) {
        this.#list = list;
        this.#empty = empty;
        this.#names = speakers;
        this.clear();
    }

    clear() {
        this.lines = [];
        this.#interim.clear();
        this.#list.replaceChildren();
        this.#show();
    }

    /** A finished line of either side; it replaces what was shown as being said. */
    add(role, content, note = "") {
        this.#interim.get(role)?.remove();
        this.#interim.delete(role);
        this.lines.push({ role, content });
        this.#append(this.#bubble(role, content, note));
    }

    /** Words that may still change. */
    showInterim(role, content) {
        // A finished line may overtake its last guess.
        if (this.lines.findLast((line) => line.role === role)?.content === content) return;
        const known = this.#interim.get(role);
        if (known) {
            known.querySelector("p").textContent = content;
            return;
        }
        const bubble = this.#bubble(role, content, "");
        bubble.classList.add("interim");
        this.#interim.set(role, bubble);
        this.#append(bubble);
    }

    #bubble(role, content, note) {
        const item = document.createElement("li");
        item.className = `line ${role === "user" ? "user" : "assistant"}`;
        const who = document.createElement("span");
        who.className = "who";
        who.textContent = [this.#names[role] ?? role, note].filter(Boolean).join(" · ");
        const words = document.createElement("p");
        words.textContent = content;
        item.append(who, words);
        return item;
    }

    #append(item) {
        const box = this.#list.parentElement;
        const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
        this.#list.append(item);
        this.#show();
        if (atEnd) box.scrollTop = box.scrollHeight;
    }

    #show() {
        this.#empty.hidden = this.#list.childElementCount > 0;
    }
}
