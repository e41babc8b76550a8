"""What the engines' drivers send, held against the types that OpenAI and Deepgram publish as their packages `openai` and
`deepgram-sdk`; and what the stand-in answers too, lest it be easier to please than they are."""

import inspect
import os
import typing

import deepgram.listen.v1.client as listen_client
import deepgram.listen.v1.types as listening
import deepgram.speak.v1.client as speak_client
import deepgram.speak.v1.types as speaking
import jsonschema
import pytest
from openai.types import audio, chat
from openai.types.audio import speech_create_params, transcription_create_params
from openai.types.chat import completion_create_params
from pydantic import TypeAdapter
from typing_extensions import Required, TypedDict

from conftest import start_dev
from console import Desk
from program import Call, Program
from provider import Provider

CHAT = completion_create_params.CompletionCreateParamsStreaming
SPEECH = speech_create_params.SpeechCreateParams
TRANSCRIPTION = transcription_create_params.TranscriptionCreateParamsNonStreaming
# A file is a part with a name in a form, which pydantic cannot know.
FILE = {"file": Required[typing.Any]}


def strict(schema):
    """The schema without any other fields in its objects than those it lists, and without "or anything else"."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema["additionalProperties"] = False
        named = [option for option in schema.get("anyOf", []) if "const" in option or "enum" in option]
        if named:
            schema["anyOf"] = [option for option in schema["anyOf"] if option]
        for value in schema.values():
            strict(value)
    if isinstance(schema, list):
        for value in schema:
            strict(value)
    return schema


def schema_of(published, **changes):
    """The JSON Schema of a published dictionary."""
    if changes:
        hints = typing.get_type_hints(published, include_extras=True)
        published = TypedDict(published.__name__, {**hints, **changes}, total=False)
    return strict(TypeAdapter(published).json_schema())


def faults(value, schema):
    validator = jsonschema.Draft202012Validator(schema)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validator.iter_errors(value)]


def model_faults(message, *models):
    """What is wrong with a message that should be one of the models."""
    for model in models:
        found = faults(message, strict(TypeAdapter(model).json_schema()))
        if not found:
            return []
    return found


def query_faults(query, connect):
    """What is wrong with a query that should be the arguments of a client's `connect`."""
    hints = typing.get_type_hints(connect)
    names = set(inspect.signature(connect).parameters) - {"self", "authorization", "request_options"}
    return [name for name, value in query.items()
            if name not in names or value not in literals(hints[name], value)]


def literals(hint, value):
    """The values that a hint lists; whatever is asked for, where it lists none."""
    found = []
    for part in typing.get_args(hint) or [hint]:
        if typing.get_origin(part) is typing.Literal:
            found += typing.get_args(part)
        elif typing.get_args(part):
            nested = literals(part, None)
            found += [entry for entry in nested if entry is not None]
    return found or [value]


@pytest.fixture(scope="module")
def provider():
    provider = Provider()
    yield provider
    provider.close()


@pytest.fixture(scope="module")
def desk(binary, provider, tmp_path_factory):
    """Starts `parley dev` with engines at the provider."""
    running = []

    def start(**variables):
        env = {**os.environ, **{f"PARLEY_{name}": value for name, value in variables.items()}}
        running.append(start_dev(binary, tmp_path_factory.mktemp("provided"), env=env))
        return running[-1]

    yield start
    for dev in running:
        dev.program.stop()


@pytest.fixture(scope="module")
def openai(binary, provider, desk):
    """What came of a call and a chat whose engines all speak OpenAI's form."""
    url = f"http://127.0.0.1:{provider.port}/v1"
    dev = desk(STT_URL=url, TTS_URL=url, LLM_URL=url, LLM_KEY="secret")
    Desk(dev).chat("purple monkey dishwasher", "what are your opening hours")
    return dev


def say(binary, dev, path):
    call = Call(Program(binary, "call", "--json", "--api", dev.api, "--say", path), 90)
    assert call.status == 0, call.errors
    return call


def test_questions_to_a_language_model(openai, provider):
    asked = provider.asked("chat/completions")
    schema = schema_of(CHAT)
    assert [faults(body, schema) for body in asked] == [[] for _ in asked]
    assert any(body.get("tools") for body in asked) and any("response_format" in body for body in asked)
    assert any("tools" not in body for body in asked)
    for endpoint, event in provider.answers:
        if endpoint == "chat/completions":
            chat.ChatCompletionChunk.model_validate(event, strict=True)


def test_sound_over_http(openai, binary, provider, recording):
    call = say(binary, openai, recording("oil-change-price"))
    assert "oil change" in call.words("user"), call.words("user")
    speech, transcription = schema_of(SPEECH), schema_of(TRANSCRIPTION, **FILE)
    spoken, heard = provider.asked("audio/speech"), provider.asked("audio/transcriptions")
    assert spoken and heard
    assert [faults(body, speech) for body in spoken] == [[] for _ in spoken]
    for fields in heard:
        assert fields["file"].startswith(b"RIFF")
        assert faults({**fields, "file": None}, transcription) == []
    for endpoint, answer in provider.answers:
        if endpoint == "audio/transcriptions":
            audio.Transcription.model_validate(answer, strict=True)


def test_sound_over_deepgrams_sockets(binary, provider, desk, recording):
    url = f"ws://127.0.0.1:{provider.port}/v1"
    dev = desk(STT_KIND="deepgram", STT_URL=url, TTS_KIND="deepgram", TTS_URL=url)
    call = say(binary, dev, recording("oil-change-price"))
    assert "oil change" in call.words("user"), call.words("user")
    for query in provider.asked("listen"):
        assert query_faults(query, listen_client.V1Client.connect) == []
    for query in provider.asked("speak"):
        assert query_faults(query, speak_client.V1Client.connect) == []
    heard, spoken = provider.told("listen"), provider.told("speak")
    assert {"Finalize"} <= {message["type"] for message in heard}
    assert {"Speak", "Flush"} <= {message["type"] for message in spoken}
    controls = listening.ListenV1Finalize, listening.ListenV1KeepAlive, listening.ListenV1CloseStream
    assert [fault for message in heard for fault in model_faults(message, *controls)] == []
    kinds = speaking.SpeakV1Text, speaking.SpeakV1Flush, speaking.SpeakV1Clear, speaking.SpeakV1Close
    assert [fault for message in spoken for fault in model_faults(message, *kinds)] == []
    for endpoint, answer in provider.answers:
        if endpoint == "listen":
            listening.ListenV1Results.model_validate(answer)
        if endpoint == "speak":
            assert model_faults(answer, speaking.SpeakV1Flushed, speaking.SpeakV1Cleared) == []


def test_the_types_tell_a_wrong_request_from_a_right_one():
    right = {"model": "m", "stream": True, "messages": [{"role": "user", "content": "Hi"}]}
    assert faults(right, schema_of(CHAT)) == []
    for change in [{"messages": [{"role": "nobody", "content": "Hi"}]}, {"tone": "warm"}, {"stream": "yes"},
                   {"tools": [{"type": "function", "function": {"description": "nameless"}}]},
                   {"response_format": {"type": "json_schema", "json_schema": {"schema": {}}}}]:
        assert faults({**right, **change}, schema_of(CHAT)), change
    assert faults({"model": "m", "input": "Hi"}, schema_of(SPEECH))
    transcription = schema_of(TRANSCRIPTION, **FILE)
    assert faults({"model": "m", "file": None, "language": "en"}, transcription) == []
    assert faults({"model": "m", "file": None, "tone": "x"}, transcription) and faults({"model": "m"}, transcription)
    assert query_faults({"model": "aura-2-thalia-en", "container": "none"}, speak_client.V1Client.connect) == ["container"]
    assert query_faults({"model": "nova-3", "interim_results": "maybe"}, listen_client.V1Client.connect) == [
        "interim_results"]
    assert model_faults({"type": "Finish"}, listening.ListenV1Finalize)
    assert model_faults({"type": "Speak", "words": "Hi"}, speaking.SpeakV1Text)
