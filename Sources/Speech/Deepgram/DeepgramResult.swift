import Document

/// What Deepgram's `listen` endpoint says about a stretch of a connection's sound.
struct DeepgramResult: Hashable, Sendable {
    /// Anything `listen` sends.
    enum Message: Hashable, Sendable {
        case result(DeepgramResult)
        /// Nobody has spoken for the time asked for.
        case utteranceEnd
        case trouble
        /// Known and of no consequence, or of a kind not known here.
        case other
    }

    var text: String
    var confidence: Double?
    /// The stretch, in samples from the connection's first.
    var start: Int
    var end: Int
    /// It will not be revised.
    var isFinal: Bool
    /// The speaker seems to have finished.
    var endsSpeech: Bool
    /// The answer to `Finalize`.
    var isFinalized: Bool

    /// `nil` when the text is not a message of this protocol.
    static func read(_ text: String) -> Message? {
        guard let message = try? JSON(parsing: text), let type = message["type"]?.string else { return nil }
        switch type {
        case "Results": return DeepgramResult(message).map(Message.result)
        case "UtteranceEnd": return .utteranceEnd
        case "Error": return .trouble
        default: return .other
        }
    }

    private init?(_ message: JSON) {
        guard let start = Self.position(message["start"]), let duration = Self.position(message["duration"]),
            let isFinal = message["is_final"]?.bool,
            let best = message["channel"]?["alternatives"]?.elements.first,
            let words = best["transcript"]?.string
        else { return nil }
        text = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        confidence = best["confidence"]?.double.map { min(1, max(0, $0)) }
        self.start = start
        end = start + duration
        self.isFinal = isFinal
        endsSpeech = message["speech_final"]?.bool ?? false
        isFinalized = message["from_finalize"]?.bool ?? false
    }

    /// Seconds as samples; `nil` for what lies outside of a day.
    private static func position(_ seconds: JSON?) -> Int? {
        guard let seconds = seconds?.double, (0...86_400).contains(seconds) else { return nil }
        return Int((seconds * 16_000).rounded())
    }
}
