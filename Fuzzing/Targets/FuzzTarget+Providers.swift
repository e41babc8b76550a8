import Document
@testable import Speech

// What providers of language models, recognition and speech answer over HTTP, and what a local one writes to its pipes.
extension FuzzTarget {
    /// Server-sent events or one object, in the pieces that the script holds and in one.
    static let completion = FuzzTarget(name: "completion") {
        let call =
            #"{"index":0,"function":{"name":"book","arguments":"{\"day\":"}}"#
        let events = [
            #"{"choices":[{"delta":{"role":"assistant","content":"Good "}}]}"#,
            #"{"choices":[{"delta":{"content":"morning."},"finish_reason":null}]}"#,
            #"{"choices":[{"delta":{"tool_calls":[\#(call)]}}]}"#,
            #"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#,
            #"{"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}}"#, "[DONE]",
        ]
        let steps = events.map { Script.Step(0, Array("data: \($0)\r\n\r\n".utf8)) }
        let whole = #"{"choices":[{"message":{"content":"Hello","tool_calls":[\#(call)]},"finish_reason":"stop"}]}"#
        let trouble = #"data: {"error":{"code":429,"type":"rate_limit_exceeded"}}"# + "\n\n"
        return [
            Script.input(steps), Script.input([Script.Step(0, Array(whole.utf8))]),
            Script.input([steps[0], Script.Step(0, Array(trouble.utf8))]),
        ]
    } feed: { input in
        let chunks = Array(Script(input)).map(\.bytes)
        let pieces = answer(in: chunks)
        precondition(pieces == answer(in: [chunks.flatMap { $0 }]), "an answer depends on how it is cut")
        guard case .success(let answer) = pieces else { return }
        precondition(answer.calls.count <= 16, "more calls than anybody makes")
        let (tokens, limit) = (answer.usage ?? ChatUsage(input: 0, output: 0), 1 << 30)
        precondition((0...limit).contains(tokens.input) && (0...limit).contains(tokens.output), "no number of tokens")
    }

    private static func answer(in chunks: [[UInt8]]) -> Result<ChatAnswer, SpeechError> {
        var reader = CompletionReader()
        var answer = ChatAnswer()
        do throws(SpeechError) {
            for chunk in chunks {
                for fragment in try reader.add(chunk) { answer.add(fragment) }
            }
            for fragment in try reader.end() { answer.add(fragment) }
            return .success(answer)
        } catch {
            return .failure(error)
        }
    }

    static let transcription = FuzzTarget(name: "transcription") {
        [Array(#"{"text":" I'd like to book an oil change. ","language":"en","duration":2.1}"#.utf8)]
    } feed: { input in
        guard let text = try? HTTPRecognizer.text(in: input) else { return }
        precondition(text.utf8.count <= 3 * input.count, "words out of nothing")
    }

    /// A clause's sound, bare or as a WAV file, in the pieces that the script holds and in one.
    static let providerSound = FuzzTarget(name: "provider-sound") {
        let header: [UInt8] =
            Array("RIFF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("WAVEfmt ".utf8)
            + [16, 0, 0, 0, 1, 0, 1, 0, 0xC0, 0x5D, 0, 0, 0x80, 0xBB, 0, 0, 2, 0, 16, 0]
            + Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0] + Array("data".utf8) + [8, 0, 0, 0]
        let samples: [UInt8] = [1, 0, 2, 0, 3, 0, 4, 0]
        return [
            Script.input([Script.Step(0, Array(header.prefix(9))), Script.Step(0, header.dropFirst(9) + samples)]),
            Script.input([Script.Step(0, samples + samples), Script.Step(0, samples)]),
        ]
    } feed: { input in
        let chunks = Array(Script(input)).map(\.bytes)
        let bytes = chunks.flatMap { $0 }
        let pieces = samples(in: chunks)
        precondition(pieces == samples(in: [bytes]), "a sound depends on how it is cut")
        if case .success(let samples) = pieces { precondition(samples.count <= bytes.count / 2, "a sound too long") }
    }

    private static func samples(in chunks: [[UInt8]]) -> Result<[Int16], SpeechError> {
        var reader = SampleReader()
        var samples: [Int16] = []
        do throws(SpeechError) {
            for chunk in chunks { samples += try reader.add(chunk) }
            return .success(samples + reader.finish())
        } catch {
            return .failure(error)
        }
    }

    /// Piper's log, in the pieces that the script holds and in one.
    static let piperLog = FuzzTarget(name: "piper-log") {
        [
            Script.input([
                Script.Step(0, Array("[info] Loaded voice\n[info] Real-time ".utf8)),
                Script.Step(0, Array("factor: 0.05 (infer=0.1 sec, audio=2 sec)\n".utf8)),
            ])
        ]
    } feed: { input in
        let chunks = Array(Script(input)).map(\.bytes)
        var (pieces, whole) = (PiperLog(), PiperLog())
        let ends = chunks.reduce(0) { $0 + pieces.add($1) }
        precondition(ends == whole.add(chunks.flatMap { $0 }), "the end of a text depends on how the log is cut")
    }
}
