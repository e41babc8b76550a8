"""A booking in which the process is killed at a random moment, again and again: it goes on at the same question, and there is
exactly one appointment in the end."""

import json
import random
import shutil
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from working_day import working_day

ROUNDS = 200
ANSWERS = {
    "service": "an oil change please", "date": working_day(), "time": "ten thirty", "name": "my name is maria garcia",
    "phone": "five one two five five five oh one nine nine", "confirmation": "yes that's right",
}
OPENING = f"hi i would like an oil change on {working_day()} at ten thirty"


class Chat:
    """One process of the conversation."""

    def __init__(self, binary, database):
        self.process = subprocess.Popen(
            [binary, "chat", "--json", "--session", "sess_killed", "--database", str(database)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def hear(self):
        """What the agent says next; None when the process is gone."""
        line = self.process.stdout.readline()
        return json.loads(line) if line.endswith("\n") else None

    def say(self, text):
        try:
            self.process.stdin.write(text + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                pipe.close()
            except BrokenPipeError:
                pass
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def appointments(database):
    with sqlite3.connect(database) as connection:
        return connection.execute(
            "SELECT scheduled_time, status FROM appointments WHERE notes LIKE '%Maria%' OR customer_id IN "
            "(SELECT id FROM customers WHERE phone = '5125550199')").fetchall()


def is_over(reply):
    return reply["question"] == "anything_else" or reply["ends"]


def converse(chat, questions):
    """Answers what is asked until the booking is made or the process is gone; the last reply heard, and what was said to it."""
    reply, said = chat.hear(), None
    while reply:
        assert "error" not in reply, reply
        questions.append(reply["question"])
        if is_over(reply):
            return reply, None
        said = ANSWERS.get(reply["question"], OPENING)
        chat.say(said)
        heard = chat.hear()
        if not heard:
            return reply, said
        reply = heard
    return None, said


def follows(before, after):
    """Whether a conversation that asked `before` may ask `after` when it comes back: the same, or the next one, when the
    answer was taken but its reply was not heard."""
    order = [None, "name", "phone", "confirmation", "anything_else"]
    return before == after or order.index(after) == order.index(before) + 1


def copy(template, folder):
    folder.mkdir()
    database = folder / "dealership.sqlite"
    for part in template.parent.glob(template.name + "*"):
        shutil.copy(part, folder / part.name.replace(template.name, database.name))
    return database


def duration(binary, template, folder):
    """How long a booking takes that nobody kills, in seconds from the first words to the last."""
    chat = Chat(binary, copy(template, folder))
    first = chat.hear()
    begin = time.monotonic()
    chat.say(OPENING)
    final, _ = converse(chat, [first["question"]])
    took = time.monotonic() - begin
    chat.close()
    assert final, "a booking that nobody kills fails"
    return took


def interrupted(binary, database, moment):
    """Talks, and kills the process that many seconds after its first words. The last reply that was heard."""
    chat, questions = Chat(binary, database), []
    with ThreadPoolExecutor(1) as pool:
        talk = pool.submit(converse, chat, questions)
        while not questions and not talk.done():
            time.sleep(0.0005)
        time.sleep(moment)
        chat.kill()
        reply, _ = talk.result()
    chat.close()
    return reply, questions


def booking(binary, template, folder, seed, took):
    """One booking with one kill at a random moment of it."""
    folder.mkdir()
    moments = random.Random(seed)
    for attempt in range(20):
        database = copy(template, folder / str(attempt))
        # A kill after the end proves nothing: then the next one comes earlier.
        reply, questions = interrupted(binary, database, moments.uniform(0, took) * 0.9**attempt)
        if reply and not is_over(reply):
            break
    else:
        raise AssertionError(f"seed {seed}: every kill came too late")
    again, resumed = Chat(binary, database), []
    final, _ = converse(again, resumed)
    again.close()
    assert final, f"seed {seed}: the second process said nothing more after {resumed}"
    assert follows(reply["question"], resumed[0]), f"seed {seed}: {questions} then {resumed}"
    booked = appointments(database)
    assert booked == [("10:30", "scheduled")], f"seed {seed}: {booked}"
    return reply["question"]


@pytest.fixture(scope="module")
def template(binary, tmp_path_factory):
    """A database with its tables filled, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    done = subprocess.run([binary, "chat", "--json", "--database", str(path)], input="bye\n", text=True,
                          capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return path


def test_killed_at_random_moments(binary, template, tmp_path):
    took = duration(binary, template, tmp_path / "whole")
    with ThreadPoolExecutor(2) as pool:
        asked = list(pool.map(
            lambda seed: booking(binary, template, tmp_path / str(seed), seed, took), range(ROUNDS)))
    assert len(asked) == ROUNDS
    # The kills came at every stage of the booking.
    assert set(asked) == {None, "name", "phone", "confirmation"}, asked


def test_a_finished_conversation_is_not_opened_again(binary, template):
    command = [binary, "chat", "--json", "--session", "sess_over", "--database", str(template)]
    first = subprocess.run(command, input="goodbye\n", text=True, capture_output=True, timeout=60)
    assert first.returncode == 0, first.stderr
    second = subprocess.run(command, input="hello\n", text=True, capture_output=True, timeout=60)
    assert second.returncode == 1
    assert "the session has ended" in second.stderr


def test_input_that_no_caller_would_say(binary, template):
    lines = ["", "   ", "🚗" * 50, "'; DROP TABLE appointments; --", "word " * 10_000, "what are your opening hours",
             "bye", "bye"]
    done = subprocess.run([binary, "chat", "--json", "--database", str(template)], input="\n".join(lines) + "\n",
                          text=True, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert any("8 AM" in reply.get("text", "") for reply in replies)
    assert replies[-1]["ends"]
    garbled = subprocess.run([binary, "chat", "--json", "--database", str(template)], input=b"\xff\xfe\nbye\n",
                             capture_output=True, timeout=60)
    assert garbled.returncode == 0, garbled.stderr
