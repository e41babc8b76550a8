// The supervisor page: a live list of calls, and one of them in detail.

import { listSessions } from "./api.js";
import { CallList } from "./call-list.js";
import { Detail } from "./detail.js";
import { Feed } from "./feed.js";

const element = (id) => document.getElementById(id);
const detail = new Detail();
const list = new CallList(element("calls"), choose);
let refreshing;

function link(words, good) {
    element("link").textContent = words;
    element("link").classList.toggle("good", good);
}

/** The list is read again whenever the feed (re)opens, and when it mentions a call that is not in it. */
function refresh() {
    refreshing ??= listSessions()
        .then(({ sessions }) => {
            list.replace(sessions);
            show();
        })
        .catch((error) => link(error.message, false))
        .finally(() => {
            refreshing = undefined;
        });
    return refreshing;
}

function show() {
    const chosen = list.get(list.chosen);
    element("no-calls").hidden = list.size > 0;
    element("count").textContent = list.live === 1 ? "1 live" : `${list.live} live`;
    element("detail").hidden = !chosen;
    element("nobody").hidden = Boolean(chosen) || list.size === 0;
    if (chosen) detail.summarise(chosen);
}

function choose(id) {
    list.chosen = id;
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    detail.follow(id);
    show();
}

function handle(frame) {
    if (frame.type === "lifecycle") list.put(frame.session);
    else if (frame.type === "state_update") {
        if (!list.update(frame.session_id, { current_agent: frame.current_agent, intent: frame.intent })) refresh();
    } else if (frame.type === "transcript" && frame.role === "user") {
        list.update(frame.session_id, { turn_count: (list.get(frame.session_id)?.turn_count ?? 0) + 1 });
    }
    show();
}

const feed = new Feed("/ws");
feed.addEventListener("open", async () => {
    link("Live", true);
    await refresh();
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!list.chosen && list.get(wanted)) choose(wanted);
    else if (!list.chosen && list.first) choose(list.first);
});
feed.addEventListener("lost", ({ detail: { attempt } }) => link(`Connection lost, trying again (${attempt})…`, false));
feed.addEventListener("frame", ({ detail: frame }) => handle(frame));
setInterval(() => {
    list.tick();
    detail.tick();
}, 1000);

/** For tests: what the page believes. */
window.parley = {
    get calls() {
        return list.all;
    },
    get chosen() {
        return list.chosen;
    },
    get lines() {
        return detail.lines;
    },
};
