"""Several processes, of which one dies or cannot reach its stores: what callers and supervisors notice of it (docs/operations.md,
"When something dies"). With `pytest -s` the times that were measured are printed."""

import http.client
import time

import pytest

from fleet import Feed, Fleet
from program import Call
from working_day import working_day


@pytest.fixture
def fleet(binary, tmp_path):
    running = Fleet(binary, tmp_path)
    yield running
    running.close()


def tell(what, seconds):
    print(f"  {what}: {seconds:.2f} s")


def new_chat(api):
    answer = api.ask("POST", "/api/sessions", {"channel": "chat"})
    assert answer.status == 201, answer
    return answer["session_id"]


# What a newer frame may replace while it waits to be sent; the feed tells of that by a `gap`.
REPLACEABLE = {"state_update", "transcript_partial", "level", "quality", "feed", "sentiment", "agent_status"}


def whole(*feeds):
    """What feeds showed one after the other: the numbers, each once and none left out that they did not tell of."""
    frames = [frame for feed in feeds for frame in feed.frames]
    numbers = [frame["seq"] for frame in frames]
    gaps = [frame for feed in feeds for frame in feed.others if frame["type"] == "gap"]
    told = {number for gap in gaps for number in range(gap["from_seq"], gap["to_seq"] + 1)}
    assert numbers == [n for n in range(numbers[0], numbers[-1] + 1) if n not in told], (numbers, gaps)
    return frames


def plain(event):
    return event["seq"], event["id"], event["type"]


def check_log(fleet, api, session, frames):
    """The log has every number once, the feeds showed it as it is, and the database has all of it soon: also what a process
    wrote in its last moment."""
    log = api.events(session)
    assert [event["seq"] for event in log] == list(range(1, len(log) + 1))
    shown = {frame["seq"]: plain(frame) for frame in frames}
    different = [(plain(event), shown[event["seq"]]) for event in log if shown.get(event["seq"], plain(event)) != plain(event)]
    assert not different, different
    inside = [event for event in log if frames[0]["seq"] <= event["seq"] <= frames[-1]["seq"]]
    lost = [plain(event) for event in inside if event["seq"] not in shown and event["type"] not in REPLACEABLE]
    assert not lost, lost
    deadline = time.monotonic() + 10
    while True:
        rows = fleet.postgres.ask(f"SELECT seq, type FROM events WHERE session_id = '{session}'").splitlines()
        missing = [event for event in log if f"{event['seq']}|{event['type']}" not in rows]
        if not missing:
            return log
        assert time.monotonic() < deadline, missing[:3]
        time.sleep(0.1)


def ends(log, command):
    """The final outcomes that the log tells of a command."""
    final = {"applied", "rejected", "expired", "superseded", "cancelled", "failed"}
    return [event["status"] for event in log if event.get("command_id") == command and event.get("status") in final]


def until_accepted(api, session, command, **fields):
    """Sends a command to a session whose holder is dead. While nobody knows that, it waits for who has the session next; after
    that and until somebody has it, nothing is done, and it is sent again."""
    deadline = time.monotonic() + 5
    while True:
        answer = api.command(session, command, wait=0, **fields)
        if answer.status == 202:
            return answer
        assert answer.status == 503 and time.monotonic() < deadline, answer
        time.sleep(0.1)


def until_applied(api, session, seconds):
    """Sends a command again and again until one is done; the answers, and how long that took."""
    begin, answers = time.monotonic(), []
    while True:
        answers.append(api.command(session, "note", text="still there?"))
        if answers[-1].status == 200 and answers[-1]["status"] == "applied":
            return answers, time.monotonic() - begin
        assert time.monotonic() - begin < seconds, answers[-3:]
        time.sleep(0.1)


def test_a_chat_goes_on_in_another_process(fleet):
    here, there = fleet.api("here"), fleet.api("there")
    session = new_chat(here)
    first = here.chat(session, f"i'd like an oil change on {working_day()} at ten thirty")
    assert "name" in first["response"], first
    feed = Feed(here, session)
    second = there.chat(session, "my name is maria garcia")
    assert second.status == 200 and second["booking_slots"]["customer_name"] == "Maria Garcia", second
    tell("an answer over the bus", second.took)
    said = there.command(session, "say", text="A colleague says hello.", when="now")
    assert (said.status, said["status"]) == (200, "applied"), said
    tell("a command over the bus", said.took)
    feed.until(lambda frame: frame.get("content") == "A colleague says hello.", 5, "the word is shown")

    here.program.kill()
    begin = time.monotonic()
    assert feed.closed(5) == 1006
    again = Feed(there, session, feed.last)
    # Whoever had the session is not known to be gone yet: the command waits for who has it next.
    waiting = there.command(session, "note", text="was this heard?", wait=0)
    assert (waiting.status, waiting["status"]) == (202, "accepted"), waiting
    third = there.chat(session, "five one two five five five oh one nine nine")
    tell("the first answer elsewhere after kill -9", time.monotonic() - begin)
    assert third.status == 200 and third.took < 5, third
    assert third["booking_slots"]["customer_phone"] == "5125550199", third
    assert third["booking_slots"]["customer_name"] == "Maria Garcia", third
    fourth = there.chat(session, "yes that's right")
    assert fourth.status == 200, fourth
    assert fleet.postgres.ask("SELECT scheduled_time, status FROM appointments") == "10:30|scheduled"
    last = there.events(session)[-1]["seq"]
    again.until(lambda frame: frame["seq"] == last, 5, "the end of the log")
    log = check_log(fleet, there, session, whole(feed, again))
    assert ends(log, waiting["command_id"]) == ["applied"]
    again.close()


def test_a_call_goes_on_without_redis(fleet, recording):
    here, there = fleet.api("here"), fleet.api("there")
    fleet.worker("worker")
    chat = new_chat(here)
    assert here.chat(chat, "what are your opening hours").status == 200
    caller, call = fleet.call(here, "--say", recording("location"), "--say", recording("oil-change-price"), "--linger", "5")
    feeds = {session: Feed(there, session, 0) for session in (chat, call)}
    caller.event("answer", 60)

    fleet.redis.process.kill()
    fleet.redis.process.wait(10)
    answer, took = there.until("/readyz", lambda answer: answer.status == 503, 15)
    tell("Redis is missed by /readyz", took)
    assert answer["checks"]["bus"] is False, answer
    health = there.get("/health")
    assert health["status"] != "healthy" and health["redis"] == "disconnected", health
    refused = [api.command(session, "note", text="nobody hears this") for api in (here, there) for session in (chat, call)]
    assert all(answer.status == 503 and answer.took < 5 for answer in refused), refused
    typed = here.chat(chat, "where are you located")
    assert typed.status == 200 and "River Road" in typed["response"], typed
    assert caller.event("answer", 60)["reply_ms"] < 8000

    fleet.redis.start()
    begin = time.monotonic()
    answers, took = until_applied(there, call, 20)
    tell("commands of the call work again", took)
    more, took = until_applied(there, chat, 20)
    tell("commands of the chat work again", took)
    there.until("/readyz", lambda answer: answer.status == 200, 20)
    tell("everything is there again", time.monotonic() - begin)
    outcome = Call(caller, 60)
    assert outcome.status == 0, outcome.errors
    assert "49" in outcome.words("assistant")
    after = there.chat(chat, "how much is an oil change")
    assert after.status == 200 and after["turn_count"] == 3, after
    for session, feed in feeds.items():
        last = there.events(session)[-1]["seq"]
        feed.until(lambda frame, last=last: frame["seq"] == last, 10, "the end of the log")
        log = check_log(fleet, there, session, whole(feed))
        spoken = [event["content"] for event in log if event["type"] == "transcript" and event["role"] == "assistant"]
        assert any("River Road" in text for text in spoken) and any("49" in text for text in spoken), spoken
        for answer in answers + more:
            if answer.status == 200 and answer["session_id"] == session:
                assert ends(log, answer["command_id"]) == ["applied"]
        # What was refused was not done.
        notes = {event["command_id"] for event in log if event["type"] == "command" and event["command"] == "note"}
        assert len([note for note in notes if ends(log, note) == ["applied"]]) == 1
        feed.close()


def test_a_call_goes_on_without_its_database(fleet, recording):
    here = fleet.api("here")
    fleet.worker("worker")
    lines = [part for name in ("location", "opening-hours", "oil-change-price") for part in ("--say", recording(name))]
    caller, call = fleet.call(here, *lines, "--linger", "1")
    feed = Feed(here, call, 0)
    caller.event("answer", 60)

    fleet.postgres.stop()
    answer, took = here.until("/readyz", lambda answer: answer.status == 503, 15)
    tell("PostgreSQL is missed by /readyz", took)
    assert answer["checks"]["database"] is False, answer
    health = here.get("/health")
    assert (health.status, health["status"], health["database"]) == (503, "unhealthy", "disconnected"), health
    assert here.get("/livez").status == 200
    # The agent can look nothing up, but it answers.
    reply = caller.event("answer", 60)["reply_ms"]
    assert reply < 8000
    tell("an answer without a database", reply / 1000)

    fleet.postgres.start()
    _, took = here.until("/readyz", lambda answer: answer.status == 200, 30)
    tell("PostgreSQL is used again", took)
    outcome = Call(caller, 60)
    assert outcome.status == 0, outcome.errors
    assert "49" in outcome.words("assistant"), outcome.words("assistant")
    here.until(f"/api/sessions/{call}", lambda answer: answer.status == 200 and answer["status"] == "ended", 10)
    last = here.events(call)[-1]["seq"]
    feed.until(lambda frame: frame["seq"] == last, 10, "the end of the log")
    log = check_log(fleet, here, call, whole(feed))
    heard = [event["content"] for event in log if event["type"] == "transcript" and event["role"] == "user"]
    assert len(heard) == 3, heard
    feed.close()


def pair(fleet):
    """Starts two workers; what tells them apart: who has the call, or had it and was killed, and the other one."""
    one, two = fleet.worker("one"), fleet.worker("two")

    def order():
        return (one, two) if one.process.poll() is not None or has_job(one) and not has_job(two) else (two, one)

    def has_job(worker):
        return any("job assigned" in line for line in worker.complaints)

    return order


def kill_holder(order):
    """Kills the worker that has the call; when, in seconds since 1970 and on the clock of this test."""
    order()[0].kill()
    return time.time(), time.monotonic()


def wait_for_other(order, caller, began):
    """This project's room server sends the job to the next worker as soon as worker and agent have lost their connections."""
    order()[1].complaint("agent track published", 30)
    tell("another worker is in the room after kill -9", time.monotonic() - began)
    caller.event("agent_audio_start", 20)
    silence = time.monotonic() - began
    tell("the caller hears the agent again", silence)
    assert silence < 5


def test_a_call_outlives_its_worker(fleet, recording):
    api, order = fleet.api("api"), pair(fleet)
    caller, call = fleet.call(api, "--say", recording("opening-hours"), "--linger", "60")
    feed = Feed(api, call, 0)
    caller.event("answer", 60)
    _, began = kill_holder(order)
    wait_for_other(order, caller, began)
    # What the caller did not hear to its end is said again, and the conversation goes on.
    feed.until(lambda frame: frame["type"] == "speech" and frame["phase"] == "finished" and "Saturday" in frame["heard"],
               20, "the answer in full")
    typed = api.chat(call, "where are you located")
    assert typed.status == 200, typed
    feed.until(lambda frame: frame["type"] == "speech" and frame["phase"] == "finished" and "River Road" in frame["heard"],
               15, "the answer to the next question")
    until_applied(api, call, 5)
    caller.process.terminate()
    check_log(fleet, api, call, whole(feed))
    feed.close()


def test_a_whisper_outlives_its_worker(fleet, recording):
    api, order = fleet.api("api"), pair(fleet)
    caller, call = fleet.call(api, "--say", recording("opening-hours"), "--linger", "60")
    feed = Feed(api, call, 0)
    caller.event("answer", 60)
    assert api.ask("PUT", f"/api/sessions/{call}/control-lease", {"ttl_s": 30}).status == 200
    earlier = api.command(call, "inject", wait=0, text="Offer a coffee.", respond="next_turn", scope="turn")
    assert earlier.status == 202, earlier
    begun = api.command(call, "whisper.begin", when="now", excuse="none")
    assert (begun.status, begun["status"]) == (200, "applied"), begun
    caller.event("agent_audio_stop", 10)
    _, began = kill_holder(order)
    waiting = until_accepted(api, call, "whisper.inject", text="Say that coffee is free.")
    wait_for_other(order, caller, began)
    for command in (earlier, waiting):
        feed.until(lambda frame: frame.get("command_id") == command["command_id"] and frame.get("status") == "applied",
                   10, "the instruction is applied")
    feed.until(lambda frame: frame["type"] == "speech" and frame["phase"] == "finished" and "Saturday" in frame["heard"],
               20, "the answer in full")
    caller.process.terminate()
    whole(feed)
    log = check_log(fleet, api, call, feed.frames)
    for command in (earlier, waiting):
        assert ends(log, command["command_id"]) == ["applied"]
        given = [event for event in log if event["type"] == "instruction" and event["command_id"] == command["command_id"]]
        assert len(given) == 1, given
    received = [event["command_id"] for event in log if event["type"] == "instruction_ack"]
    assert received.count(waiting["command_id"]) == 1, received
    feed.close()


def test_an_api_that_is_stopped_sends_its_feeds_elsewhere(fleet):
    here, there = fleet.api("here"), fleet.api("there")
    session = new_chat(here)
    assert here.chat(session, "what are your opening hours").status == 200
    feeds = [Feed(here, session, 0) for _ in range(3)]
    for feed in feeds:
        feed.until(lambda frame: frame.get("role") == "assistant", 5, "the answer")
    host, port = here.address.split("/")[2].rsplit(":", 1)
    kept = http.client.HTTPConnection(host, int(port), timeout=5)
    kept.request("GET", "/livez")
    kept.getresponse().read()

    here.program.process.terminate()
    begin = time.monotonic()
    time.sleep(0.3)
    # It says so before it is not to be reached any more.
    assert here.get("/readyz", seconds=2).status == 503
    kept.request("GET", "/readyz")
    assert kept.getresponse().status == 503
    moved = there.chat(session, "where are you located")
    tell("the next answer elsewhere, after SIGTERM", time.monotonic() - begin)
    assert moved.status == 200 and "River Road" in moved["response"], moved
    assert here.program.wait(15) == 0
    tell("the end after SIGTERM", time.monotonic() - begin)
    for feed in feeds:
        assert feed.closed(5) in (1001, 1012)
        assert feed.others[-1]["type"] == "shutdown" and 0 <= feed.others[-1]["retry_ms"] <= 10_000, feed.others[-1]
        again = Feed(there, session, feed.last)
        last = there.events(session)[-1]["seq"]
        # The first process may have shown all of it before it was gone.
        if last > feed.last:
            again.until(lambda frame, last=last: frame["seq"] == last, 5, "the end of the log")
        check_log(fleet, there, session, whole(feed, again))
        again.close()
