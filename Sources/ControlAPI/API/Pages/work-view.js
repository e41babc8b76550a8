// What goes on beside the talk: background tasks and news.

import { element, make } from "./elements.js";
import { readable } from "./words.js";

const taskNames = { human_escalation: "Ask for a colleague" };

export class WorkView {
    #items = new Map();

    clear() {
        this.#items.clear();
        element("tasks").replaceChildren();
    }

    draw({ tasks, notifications }) {
        for (const task of tasks.values()) this.#task(task);
        for (const note of notifications.values()) {
            this.#item(`note ${note.notification_id}`, `task note ${note.priority}`, note.message, `news · ${note.priority}`);
        }
        element("no-tasks").hidden = this.#items.size > 0;
    }

    #task(task) {
        const found = task.human_available === true ? `${task.human_agent_name ?? "a colleague"} is free`
            : task.human_available === false ? "nobody is free" : "";
        this.#item(`task ${task.task_id}`, `task ${task.status}`, taskNames[task.task_type] ?? readable(task.task_type),
            [readable(task.status), found].filter(Boolean).join(" · "));
    }

    /** One entry per task or news; a later frame changes it in place. */
    #item(key, className, title, fact) {
        const known = this.#items.get(key);
        if (known?.fact === fact && known.title === title) return;
        const item = make("li", className);
        item.append(make("strong", "", title), make("span", "facts", fact));
        if (known) known.item.replaceWith(item);
        else element("tasks").prepend(item);
        this.#items.set(key, { item, title, fact });
    }
}
