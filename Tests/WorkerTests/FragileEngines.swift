import Session
import Speech
import Synchronization

/// Engines that do what they are told, and can be broken in the middle of a call.
final class FragileEngines: Sendable {
    enum Fault: String, Hashable, Sendable, CaseIterable {
        // The recogniser.
        case noStream, streamHangs, acceptHangs, noPartials, noWords, finishFails, finishHangs
        // The language model.
        case modelFails, modelHangs
        // The synthesiser.
        case noSound, soundHangs, soundStops, soundBreaks, soundNeverEnds
    }

    /// What is broken at the moment.
    let fault = Mutex<Fault?>(nil)
    /// What the recogniser understands, whatever was said.
    let words: String

    init(_ words: String = "what are your opening hours") {
        self.words = words
    }

    func breaks(_ fault: Fault?) { self.fault.withLock { $0 = fault } }

    func has(_ fault: Fault) -> Bool { self.fault.withLock { $0 == fault } }

    var engines: SpeechEngines {
        SpeechEngines(
            recognizer: FragileRecognizer(self), synthesizer: FragileSynthesizer(self), chatModel: FragileModel(self))
    }

    /// Does not return, and does not heed cancellation.
    static func never() async { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }
}

private final class FragileRecognizer: SpeechRecognizer {
    private let whole: FragileEngines

    init(_ whole: FragileEngines) {
        self.whole = whole
    }

    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        if whole.has(.noStream) { throw SpeechError.unreachable("the recogniser is gone") }
        if whole.has(.streamHangs) { await FragileEngines.never() }
        return FragileStream(whole)
    }
}

private final class FragileStream: RecognitionStream {
    let partials: AsyncStream<Hypothesis>
    private let partial: AsyncStream<Hypothesis>.Continuation
    private let whole: FragileEngines
    private let heard = Mutex(0)

    init(_ whole: FragileEngines) {
        self.whole = whole
        (partials, partial) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func accept(_ samples: [Int16]) async {
        if whole.has(.acceptHangs) { await FragileEngines.never() }
        heard.withLock { $0 += samples.count }
        if !whole.has(.noPartials), !whole.has(.noWords) { partial.yield(Hypothesis(String(whole.words.prefix(8)))) }
    }

    func finish() async throws -> Transcript {
        if whole.has(.finishFails) { throw SpeechError.failed("the recogniser broke") }
        if whole.has(.finishHangs) { await FragileEngines.never() }
        let count = heard.withLock { heard in
            defer { heard = 0 }
            return heard
        }
        return Transcript(text: count > 0 && !whole.has(.noWords) ? whole.words : "")
    }

    func restart(vocabulary: String) { heard.withLock { $0 = 0 } }

    func close() { partial.finish() }
}

/// Never asked for more than a better wording: the rules answer all the same.
private final class FragileModel: ChatModel {
    private let whole: FragileEngines

    init(_ whole: FragileEngines) {
        self.whole = whole
    }

    func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let (stream, out) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        if !whole.has(.modelHangs) { out.finish(throwing: SpeechError.unreachable("the model is gone")) }
        return stream
    }
}

/// A tone of 40 ms for each character; a piece, and a clause, for each word.
private final class FragileSynthesizer: SpeechSynthesizer {
    let rate = 16_000
    private let whole: FragileEngines

    init(_ whole: FragileEngines) {
        self.whole = whole
    }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, out) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let words = text.split(separator: " ").map(String.init)
        if whole.has(.soundHangs) { return stream }
        if whole.has(.noSound) || words.isEmpty {
            out.finish(throwing: SpeechError.unreachable("the synthesiser is gone"))
            return stream
        }
        let isCut = whole.has(.soundStops) || whole.has(.soundBreaks)
        for (index, word) in words.prefix(isCut ? 2 : words.count).enumerated() {
            out.yield(piece(word, index, isLast: index == words.count - 1))
        }
        if whole.has(.soundStops) { return stream }
        if whole.has(.soundNeverEnds) { return babble(stream, out) }
        out.finish(throwing: isCut ? SpeechError.unreachable("the synthesiser broke") : nil)
        return stream
    }

    private func babble(
        _ stream: AsyncThrowingStream<SpeechPiece, any Error>,
        _ out: AsyncThrowingStream<SpeechPiece, any Error>.Continuation
    ) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let task = Task {
            while !Task.isCancelled {
                out.yield(piece("and so on", 0, isLast: false))
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        out.onTermination = { _ in task.cancel() }
        return stream
    }

    private func piece(_ word: String, _ index: Int, isLast: Bool) -> SpeechPiece {
        let samples = (0..<(640 * word.count)).map { Int16($0 % 40 < 20 ? 8_000 : -8_000) }
        var piece = SpeechPiece(samples: samples, clause: isLast ? word : word + " ", index: index, endsClause: true)
        piece.wordEnds = [samples.count]
        return piece
    }
}
