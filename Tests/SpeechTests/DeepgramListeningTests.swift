@testable import Speech
import Simulation
import Testing
import Timing

/// One call at Deepgram in virtual time: the test plays the endpoint.
private struct Call {
    var core = DeepgramListening(timeout: .seconds(3))
    var now = Instant.origin
    var outputs: [DeepgramListening.Output] = []

    init(isOpen: Bool = true) {
        handle(.prepare)
        if isOpen { handle(.opened) }
        outputs = []
    }

    mutating func handle(_ input: DeepgramListening.Input) {
        outputs += core.handle(input, now: now)
    }

    /// Lets time pass, tick by tick.
    mutating func wait(_ duration: Duration) {
        let end = now + duration
        while let next = core.nextDeadline, next <= end {
            now = max(now, next)
            handle(.tick)
        }
        now = end
    }

    mutating func speak(milliseconds: Int) {
        handle(.samples([Int16](repeating: 7, count: milliseconds * 16)))
    }

    mutating func result(
        _ text: String, _ seconds: ClosedRange<Double>, isFinal: Bool = true, more: String = ""
    ) {
        handle(
            .message(
                .text(
                    #"{"type":"Results","channel_index":[0,1],"start":\#(seconds.lowerBound),"#
                        + #""duration":\#(seconds.upperBound - seconds.lowerBound),"#
                        + #""is_final":\#(isFinal)\#(more),"channel":{"alternatives":[{"transcript":"\#(text)","#
                        + #""confidence":0.9,"words":[]}]}}"#)))
    }

    mutating func take() -> [DeepgramListening.Output] {
        defer { outputs = [] }
        return outputs
    }

    var sentSamples: Int {
        outputs.reduce(0) { if case .send(.binary(let bytes)) = $1 { $0 + bytes.count / 2 } else { $0 } }
    }

    /// The words of the last finish; nil while it is awaited.
    var answer: Result<String, SpeechError>? {
        for case .finished(_, let result) in outputs.reversed() { return result.map(\.text) }
        return nil
    }
}

private let finalize = DeepgramListening.Output.send(.text(#"{"type":"Finalize"}"#))
private let keepAlive = DeepgramListening.Output.send(.text(#"{"type":"KeepAlive"}"#))

@Suite("A call listens at Deepgram")
struct DeepgramListeningTests {
    @Test("interim words are heard, final ones stay, and the end of speech is a hint")
    func partials() {
        var call = Call()
        call.speak(milliseconds: 2000)
        _ = call.take()
        call.result("book a", 0...1, isFinal: false)
        call.result("book an oil", 0...1.2, isFinal: true, more: #","speech_final":false"#)
        call.result("change", 1.2...2, isFinal: false)
        call.result("change", 1.2...2, isFinal: false)
        call.result("change please", 1.2...2, isFinal: true, more: #","speech_final":true"#)
        call.handle(.message(.text(#"{"type":"UtteranceEnd","channel":[0,1],"last_word_end":1.9}"#)))
        #expect(
            call.take() == [
                .hear(Hypothesis("book a")), .hear(Hypothesis("book an oil")), .hear(Hypothesis("book an oil change")),
                .hear(Hypothesis("book an oil change please", isComplete: true)),
                .hear(Hypothesis("book an oil change please", isComplete: true)),
            ])
    }

    @Test("a finish asks for the rest and answers with the words that come back")
    func finish() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.handle(.finish(1))
        #expect(call.outputs.last == finalize)
        #expect(call.answer == nil)
        call.result("yes please", 0...1, more: #","from_finalize":true"#)
        #expect(call.answer == .success("yes please"))
        #expect(call.core.nextDeadline != nil, "a keep-alive is due")
    }

    @Test("a finish whose words are all final answers at once")
    func alreadyFinal() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.result("yes", 0...1)
        call.handle(.finish(1))
        #expect(call.answer == .success("yes"))
        #expect(!call.outputs.contains(finalize))
    }

    @Test("nothing said is an empty transcript, without a question")
    func nothing() {
        var call = Call()
        call.handle(.finish(1))
        #expect(call.outputs == [.finished(1, .success(Transcript(text: "")))])
    }

    @Test("when Deepgram has nothing to finalize, the wait is short")
    func noAnswerToFinalize() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.result("yes", 0...0.8)
        call.handle(.finish(1))
        call.wait(.milliseconds(599))
        #expect(call.answer == nil)
        call.wait(.milliseconds(1))
        #expect(call.answer == .success("yes"))
    }

    @Test("while a hypothesis is open, the wait goes on until the deadline")
    func silentAfterInterim() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.result("ye", 0...0.8, isFinal: false)
        call.handle(.finish(1))
        call.wait(.milliseconds(2999))
        #expect(call.answer == nil)
        call.wait(.milliseconds(1))
        #expect(call.answer == .failure(.timedOut))
        #expect(call.outputs.contains(.hangUp))
        // The next utterance gets another connection.
        _ = call.take()
        call.speak(milliseconds: 20)
        #expect(call.outputs == [.dial])
    }

    @Test("words about sound from before a restart, or before a finish, are not heard")
    func stale() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.handle(.restart)
        #expect(call.outputs.last == finalize)
        call.speak(milliseconds: 500)
        _ = call.take()
        call.result("old words", 0...1, more: #","from_finalize":true"#)
        #expect(call.outputs == [])
        call.handle(.finish(1))
        call.result("new", 1...1.5, more: #","from_finalize":true"#)
        #expect(call.answer == .success("new"))
        _ = call.take()
        call.speak(milliseconds: 500)
        _ = call.take()
        call.result("new", 1...1.5, isFinal: false)
        #expect(call.outputs == [])
    }

    @Test("a connection on which nobody speaks is kept alive every four seconds, and not while somebody does")
    func keepsAlive() {
        var call = Call()
        call.wait(.seconds(13))
        #expect(call.take() == [keepAlive, keepAlive, keepAlive])
        for _ in 0..<100 {
            call.speak(milliseconds: 100)
            call.wait(.milliseconds(100))
        }
        #expect(!call.outputs.contains(keepAlive))
    }

    @Test("a lost connection is made again and hears what was not final")
    func replays() {
        var call = Call()
        call.speak(milliseconds: 3000)
        call.result("book an oil", 0...1)
        call.handle(.lost(.unreachable("cut")))
        call.speak(milliseconds: 1000)
        _ = call.take()
        call.wait(.milliseconds(249))
        #expect(call.outputs == [])
        call.wait(.milliseconds(1))
        #expect(call.take() == [.dial])
        call.handle(.opened)
        #expect(call.sentSamples == 3 * 16_000)
        call.handle(.finish(1))
        #expect(call.outputs.last == finalize)
        call.result("change tomorrow", 0...3, more: #","from_finalize":true"#)
        #expect(call.answer == .success("book an oil change tomorrow"))
    }

    @Test("words that were not final are not heard twice after a new connection")
    func noDoubles() {
        var call = Call()
        call.speak(milliseconds: 1000)
        call.result("yes", 0...1, isFinal: false)
        call.handle(.lost(.unreachable("cut")))
        call.wait(.milliseconds(250))
        call.handle(.opened)
        call.handle(.finish(1))
        call.result("yes please", 0...1, more: #","from_finalize":true"#)
        #expect(call.answer == .success("yes please"))
    }

    @Test("five connections in a row that fail are enough, with longer rests between them")
    func givesUp() {
        var call = Call(isOpen: false)
        call.speak(milliseconds: 100)
        call.handle(.finish(1))
        var rests: [Duration] = []
        while call.answer == nil, rests.count < 10 {
            call.handle(.lost(.unreachable("nobody")))
            guard call.answer == nil, let next = call.core.nextDeadline else { break }
            rests.append(next - call.now)
            // The deadline of the finish must not be what ends it.
            call.core.finishing = .init(number: 1, deadline: call.now + .seconds(60))
            call.wait(next - call.now)
        }
        #expect(rests == [.milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2)])
        #expect(call.answer == .failure(.unreachable("nobody")))
    }

    @Test("a refusal for good is not asked again until the next utterance", arguments: [400, 401, 402, 403])
    func refused(_ status: Int) {
        var call = Call(isOpen: false)
        call.handle(.lost(.refused(status: status)))
        call.wait(.seconds(60))
        #expect(call.outputs == [])
        call.speak(milliseconds: 100)
        #expect(call.take() == [.dial])
        call.handle(.lost(.refused(status: status)))
        call.handle(.finish(1))
        #expect(call.answer == .failure(.refused(status: status)))
    }

    @Test("the sound kept for a new connection is bounded, and the newest is kept")
    func bounded() {
        var call = Call(isOpen: false)
        for value in 0..<80 { call.handle(.samples([Int16](repeating: Int16(value), count: 16_000))) }
        call.handle(.opened)
        #expect(call.sentSamples == 60 * 16_000)
        guard case .send(.binary(let first))? = call.outputs.first else {
            Issue.record("no sound")
            return
        }
        #expect(first.first == 20)
    }

    @Test("noise on the wire is passed over, and a connection full of it is left")
    func garbage() throws {
        var call = Call()
        call.speak(milliseconds: 1000)
        _ = call.take()
        for text in ["", "{", "[]", "{\"type\":7}", #"{"type":"Results","start":-1}"#] {
            call.handle(.message(.text(text)))
        }
        #expect(call.outputs == [])
        for _ in 0..<5 { call.handle(.message(.binary([1, 2, 3]))) }
        #expect(call.take() == [.hangUp])
        call.wait(.milliseconds(250))
        #expect(call.take() == [.dial])
    }

    @Test("every truncation of a result is refused, whatever it is cut to")
    func truncations() {
        let whole =
            #"{"type":"Results","start":0.5,"duration":1.0,"is_final":true,"channel":{"alternatives":[{"transcript":"hi"}]}}"#
        #expect(DeepgramResult.read(whole) != nil)
        for length in 0..<whole.count { #expect(DeepgramResult.read(String(whole.prefix(length))) == nil) }
    }

    @Test("a second finish takes the place of the first, and a restart ends both")
    func replaced() {
        var call = Call()
        call.speak(milliseconds: 100)
        call.handle(.finish(1))
        call.handle(.finish(2))
        #expect(call.outputs.contains(.finished(1, .failure(.cancelled))))
        call.handle(.restart)
        #expect(call.outputs.contains(.finished(2, .failure(.cancelled))))
    }

    @Test("whatever happens in whatever order, a finish is answered once, and in time")
    func anyOrder() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<150 {
            var call = Call(isOpen: false)
            var asked: Set<Int> = []
            for step in 0..<40 {
                switch random.next() % 9 {
                case 0: call.handle(.opened)
                case 1: call.handle(.lost(.unreachable("x")))
                case 2, 3: call.speak(milliseconds: Int(random.next() % 100))
                case 4:
                    call.handle(.finish(step))
                    asked.insert(step)
                case 5: call.handle(.restart)
                case 6: call.result("word", 0...(Double(random.next() % 40) / 10), isFinal: random.next() % 2 == 0)
                case 7: call.result("end", 0...4, more: #","from_finalize":true"#)
                default: call.wait(.milliseconds(Int(random.next() % 5000)))
                }
                #expect(call.core.kept.count <= DeepgramListening.longestReplay)
            }
            call.wait(.seconds(4))
            var answered: [Int] = []
            for case .finished(let number, _) in call.outputs { answered.append(number) }
            #expect(answered.sorted() == asked.sorted())
        }
    }
}
