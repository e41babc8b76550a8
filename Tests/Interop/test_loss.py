"""Recorded callers over a network that loses one packet in twenty, or three, in both directions."""

import os

import pytest

from lossy import LossyNetwork
from program import Call, Program

# What each caller asks: words of the question that the agent has to recognise, and of the answer.
QUESTIONS = {
    "opening-hours": ("what are your opening hours", "monday to friday"),
    "location": ("where are you located", "river road"),
    "oil-change-price": ("how much is an oil change", "oil change"),
}


def errors(said, recognised):
    """The share of words that were inserted, deleted or replaced (Levenshtein's distance over words)."""
    said, recognised = said.split(), recognised.split()
    row = list(range(len(recognised) + 1))
    for i, word in enumerate(said, 1):
        row, above = [i], row
        for j, other in enumerate(recognised, 1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (word != other)))
    return row[-1] / len(said)


@pytest.mark.parametrize("share, tolerated", [(0.05, 0.15), (0.15, 0.25)])
def test_callers_are_understood_and_answered(binary, dev, recording, share, tolerated):
    with LossyNetwork(dev.livekit, share) as network:
        environment = {**os.environ, "LIVEKIT_API_KEY": "devkey", "LIVEKIT_API_SECRET": "secret"}
        running = {name: Program(binary, "call", "--json", "--url", network.url, "--say", recording(name),
                                 env=environment) for name in QUESTIONS}
        calls = {name: Call(program, 120) for name, program in running.items()}
        for direction in (network.up, network.down):
            total = direction.passed + direction.lost
            assert total > 500 and abs(direction.lost / total - share) < 0.05, (direction.lost, total)
    for name, (_, answer) in QUESTIONS.items():
        assert calls[name].status == 0, (name, calls[name].errors, calls[name].events)
        assert answer in calls[name].words("assistant"), (name, calls[name].events)
    heard = {name: call.words("user").replace("?", "").replace(",", "") for name, call in calls.items()}
    rates = {name: errors(question, heard[name]) for name, (question, _) in QUESTIONS.items()}
    assert sum(rates.values()) / len(rates) <= tolerated, heard
