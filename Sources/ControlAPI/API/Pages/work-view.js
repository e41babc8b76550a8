// What goes on beside the talk: background tasks and news.

import { button, element, make } from "./elements.js";
import { readable } from "./words.js";

const taskNames = { human_escalation: "Ask for a colleague" };

/** `see(id)` says that somebody saw to a piece of news. */
export class WorkView {
    #items = new Map();
    #see;

    constructor(see) {
        this.#see = see;
    }

    clear() {
        this.#items.clear();
        element("tasks").replaceChildren();
    }

    draw({ tasks, notifications }) {
        for (const task of tasks.values()) this.#task(task);
        for (const note of notifications.values()) {
            this.#note(note);
        }
        element("no-tasks").hidden = this.#items.size > 0;
    }

    #note({ notification_id: id, message, priority, seenBy }) {
        const item = this.#item(`note ${id}`, `task note ${seenBy ? "seen" : priority}`, message,
            seenBy ? `seen by ${seenBy}` : `news · ${priority}`);
        if (item && !seenBy) item.append(button("quiet see", "Seen", () => this.#see(id)));
    }

    #task(task) {
        const found = task.human_available === true ? `${task.human_agent_name ?? "a colleague"} is free`
            : task.human_available === false ? "nobody is free" : "";
        this.#item(`task ${task.task_id}`, `task ${task.status}`, taskNames[task.task_type] ?? readable(task.task_type),
            [readable(task.status), found].filter(Boolean).join(" · "));
    }

    /** One entry per task or news; a later frame changes it in place. Returns what was drawn anew. */
    #item(key, className, title, fact) {
        const known = this.#items.get(key);
        if (known?.fact === fact && known.title === title) return undefined;
        const item = make("li", className);
        item.append(make("strong", "", title), make("span", "facts", fact));
        if (known) known.item.replaceWith(item);
        else element("tasks").prepend(item);
        this.#items.set(key, { item, title, fact });
        return item;
    }
}
