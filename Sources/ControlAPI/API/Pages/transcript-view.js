// A live transcript of any length: finished lines stand still, guesses change at the end, older lines come when asked for.

import { make, button, tell } from "./elements.js";
import { lineItem } from "./line-view.js";

const CHUNK = 300;
const NEAR = 90;

export class TranscriptView {
    #box;
    #list;
    #empty;
    #name;
    #note;
    #earlier;
    #later;
    #voice;
    #showsUnheard;
    #from = 0;
    #items = new Map();
    #partials = new Map();
    #lines;
    #told = 0;
    /** Whether the end is to stay in sight. */
    #pinned = true;

    /**
     * `box` scrolls and holds `list` (an ol) and `empty`; `name(line)` says who speaks, `note(line)` what else is known.
     * `voice` is a live region: it is told of finished lines, at most one a second.
     */
    constructor({ box, list, empty, voice, name, note = () => "", showsUnheard = true }) {
        this.#box = box;
        this.#list = list;
        this.#empty = empty;
        this.#voice = voice;
        this.#name = name;
        this.#note = note;
        this.#showsUnheard = showsUnheard;
        this.#earlier = button("quiet earlier", "Show earlier lines", () => this.#showEarlier());
        this.#later = button("jump", "Newest ↓", () => this.toEnd());
        this.#later.hidden = this.#earlier.hidden = true;
        list.before(this.#earlier);
        box.after(this.#later);
        box.addEventListener("scroll", () => this.#scrolled(), { passive: true });
        const sizes = new ResizeObserver(() => this.#pinned && this.toEnd());
        sizes.observe(box);
        sizes.observe(list);
    }

    clear() {
        this.#items.clear();
        this.#partials.clear();
        this.#list.replaceChildren();
        this.#from = 0;
        this.#told = 0;
        this.#pinned = true;
        this.#lines = undefined;
        this.#earlier.hidden = this.#later.hidden = true;
        this.#empty.hidden = false;
    }

    /** Draws what is new in `lines`, and keeps the end in sight if it was. */
    draw(lines) {
        if (this.#lines !== lines) {
            this.clear();
            this.#lines = lines;
            this.#from = Math.max(0, lines.all.length - CHUNK);
            this.#told = lines.all.length;
        }
        const drawn = lines.all.length - this.#from;
        if (drawn > 3 * CHUNK && this.#pinned) this.#forgetOld(lines);
        for (const line of lines.all.slice(this.#from)) this.#place(line);
        this.#guess(lines.partials);
        this.#earlier.hidden = this.#from === 0;
        this.#empty.hidden = lines.all.length + lines.partials.length > 0;
        if (this.#pinned) this.toEnd();
        else this.#later.hidden = false;
        this.#speak(lines);
    }

    toEnd() {
        this.#pinned = true;
        this.#box.scrollTop = this.#box.scrollHeight;
        this.#later.hidden = true;
    }

    get #atEnd() {
        return this.#box.scrollHeight - this.#box.scrollTop - this.#box.clientHeight < NEAR;
    }

    #place(line) {
        const known = this.#items.get(line.key);
        if (known?.version === line.version && known) return;
        const item = this.#item(line);
        if (known) known.item.replaceWith(item);
        else this.#list.insertBefore(item, this.#firstPartial ?? null);
        this.#items.set(line.key, { item, version: line.version });
    }

    get #firstPartial() {
        return this.#partials.values().next().value;
    }

    #item(line) {
        return lineItem(line, this.#name(line), this.#note(line), this.#showsUnheard);
    }

    #guess(partials) {
        const keys = new Set(partials.map(({ key }) => key));
        for (const [key, item] of this.#partials) {
            if (keys.has(key)) continue;
            item.remove();
            this.#partials.delete(key);
        }
        for (const line of partials) {
            const known = this.#partials.get(line.key);
            if (known) {
                tell(known.querySelector("p"), line.text);
                continue;
            }
            const item = lineItem(line, this.#name(line), "…");
            item.setAttribute("aria-hidden", "true");
            this.#partials.set(line.key, item);
            this.#list.append(item);
        }
    }

    #showEarlier() {
        const before = this.#box.scrollHeight;
        const from = Math.max(0, this.#from - CHUNK);
        const added = this.#lines.all.slice(from, this.#from).map((line) => {
            const item = this.#item(line);
            this.#items.set(line.key, { item, version: line.version });
            return item;
        });
        this.#from = from;
        this.#list.prepend(...added);
        this.#earlier.hidden = from === 0;
        this.#box.scrollTop += this.#box.scrollHeight - before;
    }

    #forgetOld(lines) {
        const from = lines.all.length - CHUNK;
        for (const line of lines.all.slice(this.#from, from)) {
            this.#items.get(line.key)?.item.remove();
            this.#items.delete(line.key);
        }
        this.#from = from;
    }

    #scrolled() {
        this.#pinned = this.#atEnd;
        if (this.#pinned) this.#later.hidden = true;
        if (this.#box.scrollTop < 40 && this.#from > 0) this.#showEarlier();
    }

    /** Lines that come in a burst are summed up, so that who listens is not flooded. */
    #speak(lines) {
        if (!this.#voice || this.speaking) return;
        const news = lines.all.slice(this.#told);
        this.#told = lines.all.length;
        if (news.length === 0) return;
        const text = news.length > 3 ? `${news.length} new lines` : news.map((line) => `${this.#name(line)}: ${line.heard ?? line.text}`).join(". ");
        this.#voice.replaceChildren(make("p", "", text));
        this.speaking = setTimeout(() => {
            this.speaking = undefined;
            if (this.#lines) this.#speak(this.#lines);
        }, 1000);
    }
}
