"""Whole calls with recorded callers: `parley call` against `parley dev`."""

import datetime
import sqlite3
import wave

import pytest

from program import Call, Program
from working_day import next_thursday_is_plain


@pytest.fixture
def place(binary, dev):
    """Starts a call; the arguments are those of `parley call`."""
    calls = []

    def start(*arguments):
        calls.append(Program(binary, "call", "--json", "--api", dev.api, *arguments))
        return calls[-1]

    yield start
    for call in calls:
        if call.process.poll() is None:
            call.kill()


def test_opening_hours(place, recording, tmp_path):
    heard = tmp_path / "heard.wav"
    call = Call(place("--say", recording("opening-hours"), "--record", str(heard)), 90)
    assert call.status == 0, call.errors
    names = [event["event"] for event in call.events]
    for name in ["joined", "agent_joined", "agent_audio_start", "agent_audio_stop", "answer", "ended"]:
        assert name in names
    assert "opening hours" in call.words("user")
    assert "monday to friday" in call.words("assistant")
    assert 0 < call.all("answer")[0]["reply_ms"] < 5000
    with wave.open(str(heard)) as file:
        assert file.getnchannels() == 1 and file.getframerate() == 16000
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
    loud = sum(1 for sample in samples if abs(sample) > 1000)
    assert len(samples) > 16000 * 4 and loud > 16000 * 0.3


def test_price_of_an_oil_change(place, recording):
    call = Call(place("--say", recording("oil-change-price")), 90)
    assert call.status == 0, call.errors
    words = call.words("assistant")
    assert "oil change" in words and "49" in words and "89" in words, words


def test_complete_booking(place, recording, dev):
    lines = ["service-appointment", "brakes", "thursday-afternoon", "maria-garcia", "phone-number", "yes-please"]
    arguments = [part for line in lines for part in ("--say", recording(line))]
    call = Call(place(*arguments), 240)
    assert call.status == 0, call.errors + call.words("user")
    assert len(call.all("answer")) == len(lines)
    if not next_thursday_is_plain():
        # Another day is offered, or the agent asks which Thursday: the lines run out before the end, and nothing is booked.
        assert "closed" in call.words("assistant") or "which" in call.words("assistant"), call.words("assistant")
        assert "you're all set" not in call.words("assistant")
        return
    assert "you're all set" in call.words("assistant"), call.words("user")
    with sqlite3.connect(dev.database) as database:
        rows = database.execute("""
            SELECT customers.name, customers.phone, service_types.name, scheduled_date, scheduled_time, status, notes
            FROM appointments JOIN customers ON customers.id = customer_id
            JOIN service_types ON service_types.id = service_type_id""").fetchall()
    assert len(rows) == 1, call.words("user")
    name, phone, service, date, time, status, notes = rows[0]
    # The number is that of a customer the dealership knows.
    assert (name, phone) == ("Maria Garcia", "4155550199"), call.words("user")
    assert "welcome back, maria" in call.words("assistant")
    assert "brake" in service.lower() and "maria garcia" in notes.lower()
    assert datetime.date.fromisoformat(date).weekday() == 3 and time.startswith("14:30") and status == "scheduled"


def test_speaking_to_a_human(place, recording):
    # The search takes up to 25 seconds; then the news is spoken without being asked for.
    call = Call(place("--say", recording("human"), "--linger", "32"), 150)
    assert call.status == 0, call.errors
    words = call.words("assistant")
    assert "colleague is free" in words
    assert "great news" in words or "scheduled a callback" in words, words


def test_barge_in(place, recording):
    call = Call(place("--say", recording("opening-hours"), "--interrupt", f"{recording('oil-change-price')}@1.5"), 120)
    assert call.status == 0, call.errors
    stops = [event["stop_ms"] for event in call.all("barge_in")]
    assert len(stops) == 1 and stops[0] is not None
    # A loaded test machine gets some grace; the benchmark holds the median against its limit.
    assert 0 <= stops[0] < 1000
    assert "oil change" in call.words("assistant")


def test_two_calls_at_once(place, recording):
    questions = {"opening-hours": "monday to friday", "location": "river road"}
    running = {name: place("--say", recording(name)) for name in questions}
    calls = {name: Call(program, 120) for name, program in running.items()}
    for name, answer in questions.items():
        assert calls[name].status == 0, calls[name].errors
        words = calls[name].words("assistant")
        assert answer in words, calls[name].words("user")
        others = [other for other in questions.values() if other != answer]
        assert not any(other in words for other in others), "a call heard the other's answer"
    rooms = {call.all("joined")[0]["room"] for call in calls.values()}
    assert len(rooms) == 2


def test_a_sentence_with_the_built_in_voice(binary, dev):
    program = Program(binary, "call", "--api", dev.api, "--ask", "What are your opening hours?")
    status = program.wait(90)
    assert status == 0, program.errors
    assert any("answered after" in line for line in program.output)
