// The supervisor's console: every call that may be seen, and one of them in detail.

import { Account } from "./account.js";
import { announce } from "./announcer.js";
import { offerAppearance } from "./appearance.js";
import { prepareAsk } from "./ask.js";
import { showAudit } from "./audit-view.js";
import { Banner } from "./banner.js";
import { element, rove, tell } from "./elements.js";
import { Fleet } from "./fleet.js";
import { FleetView } from "./fleet-view.js";
import { SessionView } from "./session-view.js";
import { offerShortcuts } from "./shortcuts.js";
import { offerSignIn } from "./sign-in.js";
import { Stream } from "./stream.js";

const account = new Account();
const banner = new Banner();
const fleet = new Fleet();
const list = new FleetView(fleet, choose);
const session = new SessionView(account, banner);
const showSignIn = offerSignIn(account, begin);
let stream;

function link(words, good) {
    tell(element("link"), words);
    element("link").classList.toggle("good", good);
}

/** The list is read again whenever the feed (re)opens, and when it mentions a call that is not in it. */
let refreshing;
function refresh() {
    refreshing ??= account.api.sessions((page) => fleet.put(page))
        .then(() => account.api.request("GET", "/api/approvals?status=pending"))
        .then(({ approvals }) => fleet.ask(approvals))
        .catch((error) => link(error.message, false))
        .finally(() => {
            refreshing = undefined;
        });
    return refreshing;
}

function choose(id, { quietly = false } = {}) {
    list.chosen = id;
    list.draw();
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
    element("nobody").hidden = true;
    element("session").hidden = false;
    if (!quietly) document.body.dataset.view = "session";
    session.follow(id);
    const call = fleet.get(id);
    if (call) session.summarise(call);
}

/** What the address names, else who needs help most. */
function chooseFirst() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (session.id) return;
    if (wanted) choose(wanted);
    else if (fleet.shown[0]) choose(fleet.shown[0].session_id, { quietly: true });
}

fleet.addEventListener("changed", () => {
    const call = fleet.get(session.id);
    if (call) session.summarise(call);
    else if (!session.id && fleet.shown[0]) queueMicrotask(chooseFirst);
});

function follow() {
    stream?.close();
    stream = new Stream("/ws", account.api, { sequenced: false });
    banner.follow("feed", stream);
    stream.addEventListener("resync", refresh);
    stream.addEventListener("frame", ({ detail }) => {
        if (detail.type !== "hello" && !fleet.apply(detail)) refresh();
    });
    stream.addEventListener("state", async ({ detail }) => {
        if (detail.state === "live") {
            link("Live", true);
            await refresh();
            chooseFirst();
        } else if (detail.state === "waiting") link("Connection lost", false);
        else if (detail.state === "signedout") leave();
        else if (detail.state !== "connecting") link(detail.reason ?? "Closed", false);
    });
}

/** Finds out who this is, then follows the feed. */
async function begin() {
    try {
        await account.begin();
    } catch (error) {
        if (error.status === 401) return showSignIn();
        link(error.message, false);
        return setTimeout(begin, 3000);
    }
    tell(element("person"), account.isOpen ? "Open access" : account.person.name);
    tell(element("role"), account.isOpen ? "this machine only" : account.person.role);
    element("sign-out").hidden = account.isOpen;
    element("audit-panel").hidden = account.person.role !== "admin";
    account.api.request("GET", "/api/graph").then((outline) => session.showGraph(outline), () => {});
    return follow();
}

/** Nothing of one person's stays for the next. */
function leave() {
    stream?.close();
    banner.forget("feed");
    session.voice.leave();
    session.leave();
    list.chosen = undefined;
    fleet.clear();
    element("session").hidden = true;
    element("nobody").hidden = false;
    document.body.dataset.view = "fleet";
    showSignIn();
}

account.addEventListener("changed", () => {
    if (!account.person) leave();
});
element("sign-out").addEventListener("click", () => account.signOut());
element("audit-read").addEventListener("click", () => session.id && showAudit(account.api, session.id));
element("back").addEventListener("click", () => {
    document.body.dataset.view = "fleet";
    list.focus();
});

const panels = element("panels");
for (const tab of panels.children) tab.addEventListener("click", () => showPanel(tab));
rove(panels, "button", { horizontal: true });
/** The talk stands beside the others where there is room; where there is none, it is one of them. */
function showPanel(wanted) {
    for (const tab of panels.children) {
        const chosen = tab === wanted;
        tab.setAttribute("aria-selected", String(chosen));
        tab.tabIndex = chosen ? 0 : -1;
        if (wanted.dataset.panel !== "talk" && tab.dataset.panel !== "talk") {
            element(`panel-${tab.dataset.panel}`).hidden = !chosen;
        }
    }
    element("session").dataset.panel = wanted.dataset.panel;
}
const small = matchMedia("(max-width: 1020px)");
const arrange = () => showPanel(element(small.matches ? "tab-talk" : "tab-call"));
small.addEventListener("change", arrange);
arrange();

async function copyLink() {
    await navigator.clipboard?.writeText(location.href);
    announce("The link to this call is copied.");
}

const compose = (kind) => () => {
    session.composer.choose(kind);
    session.composer.focus();
};
prepareAsk();
offerAppearance(element("theme"));
offerShortcuts([
    ["/", "Search the calls", () => element("search").focus()],
    ["L", "The list of calls", () => list.focus()],
    ["T", "The transcript", () => element("scroll").focus()],
    ["W", "Whisper", compose("whisper")],
    ["S", "Say", compose("say")],
    ["I", "Instruct", compose("inject")],
    ["N", "Note", compose("note")],
    ["A", "The oldest approval that waits", () => session.focusApproval()],
    ["C", "Take control, or give it back", () => session.lease()],
    ["H", "Hold, or go on", () => !element("pause").disabled && session.toolbar.pause()],
    ["X", "Interrupt the agent", () => element("interrupt").click()],
    ["O", "Listen in, or stop", () => element("listen").click()],
    ["M", "Mute your microphone", () => element("desk-mute").click()],
    ["Y", "Copy the link to this call", copyLink],
    ["Esc", "Back to the list", () => element("back").click()],
    ["?", "This list", () => element("help").showModal()],
]);
begin();

/** For tests: what the page believes. */
window.parley = {
    get calls() {
        return fleet.all;
    },
    get chosen() {
        return session.id;
    },
    get lines() {
        return (session.state?.lines.all ?? []).map(({ role, text, heard }) => ({ role, content: heard ?? text }));
    },
    get state() {
        return session.state;
    },
};
