"""What the pages compute, without a server's doing: the modules are asked in a real Chromium."""

import pytest

from console import Stage


@pytest.fixture(scope="module")
def page(dev):
    stage = Stage()
    yield stage.open(dev.caller).page
    stage.close()


def ask(page, module, body):
    """The value of a function's body that has the module's exports at hand as `it`."""
    return page.evaluate(f"async () => {{ const it = await import('/assets/{module}'); {body} }}")


LINE = """
    const {Lines} = it, lines = new Lines();
    const said = (role, content, more = {}) => lines.add({role, content, ...more});
    const told = () => lines.all.map(({role, text, heard, status}) => [role, text, heard ?? null, status]);
"""


def test_what_was_cut_off_is_told_from_what_was_heard(page):
    assert ask(page, "lines.js", LINE + """
        said("assistant", "One. Two. Three.");
        said("user", "stop");
        lines.turn({phase: "truncated", planned: "One. Two. Three.", heard: "One."});
        return told();
    """) == [["assistant", "One. Two. Three.", "One.", "cut"], ["user", "stop", None, "said"]]


def test_words_are_planned_until_they_are_spoken(page):
    assert ask(page, "lines.js", LINE + """
        said("assistant", "Good morning.");
        const states = [];
        for (const phase of ["started", "finished"]) {
            lines.speech({phase, planned: "Good morning."});
            states.push(lines.all[0].status);
        }
        return states;
    """) == ["planned", "said"]


def test_a_finished_line_takes_the_place_of_its_guesses(page):
    assert ask(page, "lines.js", LINE + """
        lines.partial({segment_id: "a", role: "user", text: "good"});
        lines.partial({segment_id: "a", role: "user", text: "good mor"});
        const before = lines.partials.map(({text}) => text);
        said("user", "good morning", {segment_id: "a"});
        return [before, lines.partials.length, told().length];
    """) == [["good mor"], 0, 1]


def test_a_persons_words_are_not_shown_as_the_agents_too(page):
    assert ask(page, "lines.js", LINE + """
        said("assistant", "Sarah here.");
        lines.human({text: "Sarah here."});
        lines.human({text: "How can I help?"});
        return told().map(([role, text]) => [role, text]);
    """) == [["supervisor", "Sarah here."], ["supervisor", "How can I help?"]]


def test_who_needs_help_comes_first(page):
    order = ask(page, "fleet.js", """
        const fleet = new it.Fleet();
        const call = (session_id, more) => ({session_id, channel: "voice", status: "live", tags: [],
            started_at: "2026-11-01T10:00:00Z", ...more});
        fleet.put([call("calm", {needs: 10}), call("over", {status: "ended", needs: 99}), call("angry", {needs: 90}),
            call("waiting", {needs: 12, wait_s: 40}), call("new", {started_at: "2026-11-01T11:00:00Z", needs: 14})]);
        const ids = () => fleet.shown.map(({session_id: id}) => id);
        const all = ids();
        fleet.ask([{session_id: "calm"}]);
        const asked = ids()[0];
        fleet.filter = "all";
        fleet.search = "ANGRY voice".split(" ")[0];
        return [all, asked, ids()];
    """)
    assert order == [["angry", "waiting", "new", "calm"], "calm", ["angry"]]


def test_a_whisper_only_goes_forward(page):
    steps = ask(page, "session-state.js", """
        const session = new it.SessionState("sess_a"), steps = [];
        const tell = (type, fields = {}) => {
            session.apply({type, session_id: "sess_a", seq: steps.length + 1, ...fields});
            steps.push(session.whisper);
        };
        tell("whisper", {phase: "held"});
        tell("whisper", {phase: "pausing"});
        tell("speech", {phase: "started", source: "control", text: "One moment."});
        tell("whisper", {phase: "held"});
        tell("whisper", {phase: "pausing"});
        tell("whisper", {phase: "injected"});
        tell("instruction_ack", {content: "Received"});
        tell("whisper", {phase: "resuming"});
        tell("whisper", {phase: "none"});
        tell("whisper", {phase: "pausing"});
        tell("whisper_expired", {reason: "timeout"});
        return steps;
    """)
    assert steps == ["none", "pausing", "excuse", "held", "held", "injected", "acknowledged", "acknowledged", "resumed",
                     "pausing", "none"]


def test_an_answer_that_comes_late_takes_nothing_back(page):
    assert ask(page, "session-state.js", """
        const outcomes = (...frames) => {
            const session = new it.SessionState("s");
            for (const frame of frames) session.apply({type: "command", command_id: "c", ...frame});
            const {status, turn} = session.commands.get("c");
            return [status, turn];
        };
        const answer = {status: "accepted", command: "say"};
        const queued = {seq: 4, status: "queued"}, applied = {seq: 5, status: "applied", turn: 2};
        return [outcomes(answer, queued, applied), outcomes(queued, answer, applied), outcomes(queued, applied, answer)];
    """) == [["applied", 2]] * 3


def test_what_is_not_known_is_passed_over(page):
    assert ask(page, "session-state.js", """
        const session = new it.SessionState("sess_a");
        session.changes();
        session.apply({type: "a type of next year", session_id: "sess_a", seq: 1, deep: {er: [1]}});
        return [...session.changes(), session.sequence];
    """) == [1]


def test_a_graph_is_laid_out_below_itself_though_it_has_loops(page):
    found = ask(page, "graph-layout.js", """
        const names = ["first", "left", "right", "last"];
        const edges = [["first", "left"], ["first", "right"], ["left", "last"], ["right", "last"], ["last", "first"],
            ["left", "left"]].map(([from, to]) => ({from, to}));
        const {nodes, edges: drawn} = it.layOut({entry: "first", nodes: names.map(name => ({name})), edges});
        return [nodes.map(({y}) => y), drawn.filter(({isBack}) => isBack).map(({from, to}) => from + to), drawn.length,
            new Set(nodes.map(({x, y}) => x + "," + y)).size];
    """)
    rows, back, count, places = found
    assert rows[0] < rows[1] == rows[2] < rows[3] and back == ["lastfirst"] and count == 5 and places == 4


def test_waiting_doubles_and_has_an_end(page):
    waits = ask(page, "stream.js", "return Array.from({length: 20}, (_, attempt) => it.backOff(attempt, 1));")
    assert waits[:4] == [250, 500, 1000, 2000] and max(waits) == 15000


STREAM = """
    const sockets = [], passed = [], told = [];
    const Real = window.WebSocket;
    window.WebSocket = class {
        static OPEN = 1;
        readyState = 1;
        constructor(address, profile) {
            Object.assign(this, {address: String(address), profile, sent: []});
            sockets.push(this);
        }
        send(text) { this.sent.push(JSON.parse(text)); }
        close() {}
        tell(frame) { this.onmessage({data: JSON.stringify(frame)}); }
    };
    const api = {ticket: async () => "t" + sockets.length, renew: async () => true, token: "new"};
    const stream = new it.Stream("/ws/sess_a", api);
    stream.addEventListener("frame", ({detail}) => detail.seq && passed.push(detail.seq));
    for (const name of ["resync", "gap"]) stream.addEventListener(name, ({detail}) => told.push([name, detail.count ?? 0]));
    const settle = () => new Promise(resolve => setTimeout(resolve, 30));
    const last = () => sockets.at(-1);
    const after = () => new URL(last().address).searchParams.get("after_seq");
    const hello = () => last().tell({type: "hello", last_seq: 9, server_time: new Date().toISOString()});
    const frame = (seq) => last().tell({type: "transcript", seq});
    await settle();
    hello();
"""
END = "; stream.close(); window.WebSocket = Real; return result;"


def test_a_missing_frame_is_asked_for_and_nothing_is_shown_twice(page):
    assert ask(page, "stream.js", STREAM + """
        frame(1); frame(2); frame(2); frame(5);
        await settle();
        const asked = after();
        hello();
        frame(3); frame(4); frame(5);
        const result = [asked, passed, last().profile]""" + END) == ["2", [1, 2, 3, 4, 5], "voiceworker.v1"]


def test_what_the_server_cannot_give_is_not_asked_for_for_ever(page):
    assert ask(page, "stream.js", STREAM + """
        frame(1); frame(4);
        await settle();
        hello();
        frame(4); frame(5);
        await settle();
        const result = [sockets.length, passed]""" + END) == [2, [1, 4, 5]]


def test_frames_that_newer_ones_replaced_are_no_gap(page):
    assert ask(page, "stream.js", STREAM + """
        frame(1);
        last().tell({type: "gap", from_seq: 2, to_seq: 6});
        frame(7);
        await settle();
        const result = [sockets.length, passed]""" + END) == [1, [1, 7]]


def test_a_log_that_was_cut_short_is_told_and_gone_on_with(page):
    assert ask(page, "stream.js", STREAM + """
        frame(1);
        last().tell({type: "resync", reason: "cursor-expired", from_seq: 5});
        last().tell({type: "snapshot", seq: 4});
        frame(5);
        await settle();
        const result = [told, passed, sockets.length]""" + END) == [[["gap", 3]], [1, 4, 5], 1]


def test_a_token_is_renewed_in_band(page):
    assert ask(page, "stream.js", STREAM + """
        last().tell({type: "auth_expiring", expires_at: "2026-11-01T10:00:00Z"});
        await settle();
        const result = [last().sent, sockets.length]""" + END) == [[{"type": "auth", "token": "new"}], 1]


@pytest.mark.parametrize("code, state", [(1000, "ended"), (4403, "refused"), (4404, "refused"), (1006, "waiting"), (4408, "connecting")])
def test_each_close_code_has_its_consequence(page, code, state):
    assert ask(page, "stream.js", STREAM + f"""
        last().onclose({{code: {code}, reason: ""}});
        await Promise.resolve();
        const result = stream.state""" + END) == state
