package import Audio
package import Logging
package import Speech
import Synchronization
import Timing

/// Phrases that recur in the calls of a process, ready to be sent: the packets, made once for everybody.
///
/// Known by voice and text. Bounded by bytes: the phrase unused for longest gives way, but none of those that have to be
/// there when everything else fails (`render`).
package final class PhraseShelf: Sendable {
    private struct Key: Hashable, Sendable {
        let voice: String
        let text: String
    }

    private struct Entry: Sendable {
        let phrase: EncodedPhrase
        let isNeeded: Bool
        var usedAt: Int
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var clock = 0
    }

    /// Making the sound of one phrase takes no longer; then another voice is tried.
    private static let patience = Duration.seconds(10)

    /// Samples a second of everything here, and of every agent's voice: one that Opus knows.
    package let rate: Int
    private let synthesizer: any SpeechSynthesizer
    private let voice: String
    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - voice: what tells the synthesiser's voice from others.
    ///   - capacity: bytes.
    package init(_ synthesizer: any SpeechSynthesizer, voice: String = "", capacity: Int = 16 << 20) {
        self.synthesizer = synthesizer
        self.voice = voice
        self.capacity = capacity
        rate = Self.rate(for: synthesizer.rate)
    }

    /// The lowest rate of Opus that loses nothing of another.
    package static func rate(for rate: Int) -> Int {
        [8_000, 12_000, 16_000, 24_000].first { $0 >= rate } ?? 48_000
    }

    package func phrase(_ text: String) -> EncodedPhrase? {
        let key = Key(voice: voice, text: text)
        return state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            state.clock += 1
            state.entries[key]?.usedAt = state.clock
            return entry.phrase
        }
    }

    package func has(_ text: String) -> Bool {
        state.withLock { $0.entries[Key(voice: voice, text: text)] != nil }
    }

    /// Bytes kept at the moment.
    package var byteCount: Int { state.withLock { $0.bytes } }

    /// - Parameter isNeeded: it stays, whatever else is kept.
    package func keep(_ phrase: EncodedPhrase, for text: String, isNeeded: Bool = false) {
        guard isNeeded || phrase.byteCount <= capacity / 4 else { return }
        let key = Key(voice: voice, text: text)
        state.withLock { state in
            state.clock += 1
            if let old = state.entries[key] { state.bytes -= old.phrase.byteCount }
            let stays = isNeeded || state.entries[key]?.isNeeded == true
            state.entries[key] = Entry(phrase: phrase, isNeeded: stays, usedAt: state.clock)
            state.bytes += phrase.byteCount
            Self.makeRoom(&state, capacity)
        }
    }

    private static func makeRoom(_ state: inout State, _ capacity: Int) {
        while state.bytes > capacity {
            let oldest = state.entries.filter { !$0.value.isNeeded }.min { $0.value.usedAt < $1.value.usedAt }
            guard let (key, entry) = oldest else { return }
            state.bytes -= entry.phrase.byteCount
            state.entries[key] = nil
        }
    }

    // MARK: Making

    /// Makes what is not there yet. What the synthesiser cannot say now is said by a voice that needs nothing, so that there
    /// always is something to play.
    ///
    /// - Parameter isNeeded: those phrases stay, whatever else is kept.
    package func render(
        _ texts: [String], isNeeded: Bool = false, else spare: (@Sendable () -> any SpeechSynthesizer)? = nil,
        logger: Logger? = nil
    ) async {
        var other: (any SpeechSynthesizer)?
        for text in texts where !text.isEmpty && !has(text) && !Task.isCancelled {
            do {
                keep(try await encode(text, by: synthesizer), for: text, isNeeded: isNeeded)
            } catch {
                logger?.warning("a phrase is not ready", metadata: ["reason": "\(error)"])
                other = other ?? spare?()
                guard let other, let phrase = try? await encode(text, by: other) else { continue }
                keep(phrase, for: text, isNeeded: isNeeded)
            }
        }
    }

    private func encode(_ text: String, by synthesizer: any SpeechSynthesizer) async throws -> EncodedPhrase {
        let draft = SpeechDraft(text, by: synthesizer, at: rate, tag: nil)
        let (results, result) = AsyncStream.makeStream(of: [Int16]?.self, bufferingPolicy: .bufferingOldest(1))
        let reading = Task {
            var samples: [Int16] = []
            do {
                for try await piece in draft.pieces { samples += piece.samples }
                result.yield(samples)
            } catch {
                result.yield(nil)
            }
        }
        let alarm = Task {
            try await Task.sleep(for: Self.patience)
            result.yield(nil)
        }
        defer {
            reading.cancel()
            alarm.cancel()
        }
        for await samples in results {
            guard let samples, !samples.isEmpty else { break }
            return try EncodedPhrase(samples, rate: rate)
        }
        throw SpeechError.unavailable("the sound of \"\(text.prefix(40))\"")
    }
}
