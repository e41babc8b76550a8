@testable import Speech
import Simulation
import Testing

@Suite("A completion is read from whatever a provider sends")
struct CompletionTests {
    private func read(_ text: String, cut: Int = 7) throws(SpeechError) -> ChatAnswer {
        var reader = CompletionReader()
        var answer = ChatAnswer()
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: cut) {
            for fragment in try reader.add(Array(bytes[start..<min(bytes.count, start + cut)])) { answer.add(fragment) }
        }
        for fragment in try reader.end() { answer.add(fragment) }
        return answer
    }

    private static let stream = """
        : comment

        data: {"id":"c1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"usage":null}

        data: {"id":"c1","choices":[{"index":0,"delta":{"content":"Grüße"},"finish_reason":null}],"usage":null}

        data: {"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

        data: {"id":"c1","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15}}

        data: [DONE]


        """

    @Test("words and what they cost come from a stream, however it is cut", arguments: [1, 2, 3, 50, 10_000])
    func usage(_ cut: Int) throws {
        let answer = try read(Self.stream, cut: cut)
        #expect(answer.text == "Grüße")
        #expect(answer.usage == ChatUsage(input: 12, output: 3))
    }

    @Test("blanks before an answer say nothing of what it is, and are part of it", arguments: [1, 4, 10_000])
    func blanks(_ cut: Int) throws {
        let object = #"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
        #expect(try read(" \r\n\t\n" + object, cut: cut).text == "Hi")
        #expect(try read("\r\n\n" + Self.stream, cut: cut).text == "Grüße")
        // A vertical tab is no blank of JSON's.
        #expect(throws: SpeechError.self) { try read("\u{B}\u{B}" + object, cut: cut) }
    }

    @Test("no number of tokens spoils the sums in the ledger")
    func tokens() throws {
        let event =
            #"data: {"choices":[],"usage":{"prompt_tokens":9223372036854775807,"completion_tokens":-7}}"# + "\n\n"
        let stop = #"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"stop"}]}"# + "\n\n"
        #expect(try read(stop + event).usage == ChatUsage(input: 100_000_000, output: 0))
    }

    @Test("what one object costs is told too")
    func wholeUsage() throws {
        let answer = try read(
            #"{"choices":[{"message":{"content":"Yes"},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":1}}"#
        )
        #expect(answer.text == "Yes")
        #expect(answer.usage == ChatUsage(input: 5, output: 1))
    }

    @Test("a stream cut anywhere before its end is an error, never an answer cut short")
    func everyTruncation() {
        let end = Self.stream.utf8.count
        let bytes = Array(Self.stream.utf8)
        let reason = Array(#"finish_reason":"stop""#.utf8)
        let safe = bytes.indices.first { bytes[$0...].starts(with: reason) } ?? end
        for length in 0..<safe {
            let part = String(decoding: bytes[..<length], as: UTF8.self)
            #expect(throws: SpeechError.self) { try read(part, cut: 64) }
        }
    }

    @Test("a provider that leaves out the last event has still answered when it said why it ends")
    func withoutDone() throws {
        #expect(
            try read("data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n").text
                == "Hi")
    }

    @Test(
        "an error in the middle of a stream is the provider's refusal",
        arguments: [
            (#"{"error":{"message":"sk-secret overloaded","code":503}}"#, SpeechError.refused(status: 503)),
            (#"{"error":{"message":"x","type":"server_error"}}"#, .refused(status: 500)),
            (#"{"error":{"message":"slow down","code":429}}"#, .limited(retryAfter: nil)),
            (#"{"error":{"type":"rate_limit_exceeded"}}"#, .limited(retryAfter: nil)),
        ])
    func errorEvent(_ event: String, _ error: SpeechError) {
        #expect(throws: error) { try read("data: \(event)\n\n") }
    }

    @Test("an answer of a megabyte is refused before it is read whole")
    func megabyte() {
        let event = "data: {\"choices\":[{\"delta\":{\"content\":\"\(String(repeating: "a", count: 1000))\"}}]}\n\n"
        #expect(throws: SpeechError.malformed("a completion beyond every measure")) {
            try read(String(repeating: event, count: 1100), cut: 4096)
        }
        #expect(throws: SpeechError.malformed("a completion beyond every measure")) {
            try read(String(repeating: "x", count: 1_100_000), cut: 4096)
        }
    }

    @Test("noise is never an answer")
    func garbage() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            var reader = CompletionReader()
            #expect(throws: SpeechError.self) {
                _ = try reader.add(bytes)
                _ = try reader.end()
            }
        }
    }
}
