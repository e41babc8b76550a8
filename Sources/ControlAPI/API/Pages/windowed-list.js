// A long list of rows of one height, of which only those in sight are in the page. Arrow keys, Page, Home and End move.

const BEYOND = 8;

/** A row's element is kept while its key stays in sight, so focus and pointer stay where they are. */
export class WindowedList {
    #box;
    #height;
    #make;
    #fill;
    #choose;
    #spacer;
    #rows = new Map();
    #items = [];
    #active;

    /**
     * `box` scrolls and has role listbox; `height` in px; `make()` makes a row, `fill(row, item)` fills it,
     * `choose(item)` is told of clicks and Enter. Items have a `key`.
     */
    constructor(box, { height, make, fill, choose }) {
        this.#box = box;
        this.#height = height;
        this.#make = make;
        this.#fill = fill;
        this.#choose = choose;
        this.#spacer = document.createElement("div");
        this.#spacer.className = "spacer";
        this.#spacer.setAttribute("role", "presentation");
        box.append(this.#spacer);
        box.addEventListener("scroll", () => this.#draw(), { passive: true });
        box.addEventListener("keydown", (event) => this.#key(event));
        box.addEventListener("click", (event) => this.#click(event));
        new ResizeObserver(() => this.#draw()).observe(box);
    }

    /** Shows these, in this order. */
    show(items) {
        this.#items = items;
        this.#spacer.style.height = `${items.length * this.#height}px`;
        this.#draw();
    }

    /** Moves the keyboard to the row in use, else to the first. */
    focus() {
        if (this.#items.length) this.#go(Math.max(0, this.#indexOf(this.#active)));
    }

    #indexOf(key) {
        return this.#items.findIndex((item) => item.key === key);
    }

    #draw() {
        const first = Math.max(0, Math.floor(this.#box.scrollTop / this.#height) - BEYOND);
        const last = Math.ceil((this.#box.scrollTop + this.#box.clientHeight) / this.#height) + BEYOND;
        const wanted = new Map();
        this.#items.slice(first, last).forEach((item, offset) => wanted.set(item.key, first + offset));
        const active = this.#indexOf(this.#active);
        if (active < 0) this.#active = this.#items[0]?.key;
        else wanted.set(this.#active, active);
        for (const [key, row] of this.#rows) {
            if (wanted.has(key)) continue;
            row.remove();
            this.#rows.delete(key);
        }
        for (const [key, index] of wanted) this.#place(key, index);
    }

    #place(key, index) {
        let row = this.#rows.get(key);
        if (!row) {
            row = this.#make();
            row.dataset.key = key;
            row.setAttribute("role", "option");
            this.#rows.set(key, row);
            this.#spacer.append(row);
        }
        row.style.transform = `translateY(${index * this.#height}px)`;
        row.tabIndex = key === this.#active ? 0 : -1;
        row.setAttribute("aria-posinset", index + 1);
        row.setAttribute("aria-setsize", this.#items.length);
        this.#fill(row, this.#items[index]);
    }

    #click(event) {
        const key = event.target.closest("[data-key]")?.dataset.key;
        const item = this.#items[this.#indexOf(key)];
        if (!item) return;
        this.#active = key;
        this.#draw();
        this.#choose(item);
    }

    #key(event) {
        const at = this.#indexOf(event.target.dataset?.key);
        if (at < 0) return;
        const page = Math.max(1, Math.floor(this.#box.clientHeight / this.#height) - 1);
        const to = {
            ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0,
            End: this.#items.length - 1,
        }[event.key];
        if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            this.#choose(this.#items[at]);
        } else if (to !== undefined) {
            event.preventDefault();
            this.#go(Math.min(this.#items.length - 1, Math.max(0, to)));
        }
    }

    #go(index) {
        this.#active = this.#items[index].key;
        const top = index * this.#height, bottom = top + this.#height;
        if (top < this.#box.scrollTop) this.#box.scrollTop = top;
        else if (bottom > this.#box.scrollTop + this.#box.clientHeight) {
            this.#box.scrollTop = bottom - this.#box.clientHeight;
        }
        this.#draw();
        this.#rows.get(this.#active)?.focus({ preventScroll: true });
    }
}
