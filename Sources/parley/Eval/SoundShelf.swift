import Audio
import Foundation
import Speech
import VoiceEvaluation

/// The callers' recordings, and the embedded voice for words that nobody recorded. At 16 kHz.
actor SoundShelf {
    /// Of a recording or of spoken words, at most.
    private static let longest = 60 * ReceivedVoice.rate

    private let files: [String: String]
    private let synthesizer = EmbeddedSynthesizer(threads: 1)
    private var sounds: [String: [Int16]] = [:]

    /// - Parameter folder: every WAV file in it and below, by its name without the ending.
    init(_ folder: String) {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        files = paths.filter { $0.hasSuffix(".wav") }.reduce(into: [:]) { files, path in
            files[String(URL(fileURLWithPath: path).lastPathComponent.dropLast(4))] = folder + "/" + path
        }
    }

    func recording(_ name: String) throws(CommandFailure) -> [Int16] {
        if let known = sounds[name] { return known }
        guard let path = files[name], let data = FileManager.default.contents(atPath: path),
            let file = try? WAVFile(Array(data)), (8000...48_000).contains(file.rate)
        else { throw CommandFailure(.usage, "there is no recording '\(name)'.") }
        var resampler = Resampler(from: file.rate, to: ReceivedVoice.rate)
        let samples = Array((resampler.process(file.samples) + resampler.flush()).prefix(Self.longest))
        sounds[name] = samples
        return samples
    }

    func words(_ text: String) async throws(CommandFailure) -> [Int16] {
        var samples: [Int16] = []
        do {
            for try await piece in synthesizer.speak(text) { samples += piece }
        } catch {
            throw CommandFailure(.failed, "cannot speak '\(text)': \(error).")
        }
        return Array(samples.prefix(Self.longest))
    }

    /// The sound of a line.
    func sound(_ text: String, _ delivery: Delivery) async throws(CommandFailure) -> [Int16] {
        if let name = delivery.sound { return try recording(name) }
        return try await words(text)
    }
}
