import Conversation
import Document
import Host
import Session
import Speech
import Store

/// How soon a phrase whose packets were made beforehand is on its way: from the moment at which it is to be said to its first
/// packet, in real calls of which every answer is such a phrase.
struct CachedPhrase {
    private static let callers = 8
    /// Of each answer; turns are short, so that there are many.
    private static let answer = 1.0
    private static let span = Duration.seconds(30)
    /// All answers must be on the shelf within so many of these.
    private static let (round, rounds) = (Duration.seconds(6), 8)

    static func measure() throws -> Figure {
        let workshop = try Workshop()
        defer { workshop.close() }
        let url = try workshop.startServer(["--no-worker"]).livekit
        let synthesizer = NotingSynthesizer(PreparedSynthesizer(sound: try PreparedSound(seconds: answer)))
        let engines = SpeechEngines(recognizer: PromptRecognizer(), synthesizer: synthesizer)
        let worker = try LocalWorker(engines, for: url)
        return try Visitors.run {
            try await worker.serve {
                let callers = try await TalkingCaller.call(url, callers, question: 0.8)
                try await shelve(synthesizer, worker)
                let times = try await starts(worker)
                guard synthesizer.takeTexts().isEmpty else { throw BenchFailure("an answer was not on the shelf") }
                for caller in callers { await caller.hangUp() }
                return try figure(times)
            }
        }
    }

    /// Puts every answer on the shelf, until there is no other one.
    private static func shelve(_ synthesizer: NotingSynthesizer, _ worker: LocalWorker) async throws {
        for _ in 0..<rounds {
            let texts = synthesizer.takeTexts()
            if texts.isEmpty { return }
            await worker.services.shelf.render(texts)
            _ = synthesizer.takeTexts()
            try await Task.sleep(for: round)
        }
        throw BenchFailure("the answers are never the same")
    }

    /// Milliseconds, as the log's `turn_latency` tells them: document 004's `tts_ms`, which ends when a packet was sent.
    private static func starts(_ worker: LocalWorker) async throws -> [Double] {
        let events = await worker.services.world.log.subscribeToAll()
        let listening = Task {
            var times: [Double] = []
            for await event in events where event.type == "turn_latency" {
                if let time = event.frame["data"]?["tts_ms"]?.double { times.append(time) }
            }
            return times.sorted()
        }
        try await Task.sleep(for: span)
        listening.cancel()
        return await listening.value
    }

    private static func figure(_ times: [Double]) throws -> Figure {
        guard let value = times.quantile(0.95), let half = times.quantile(0.5), let most = times.last else {
            throw BenchFailure("nothing was said")
        }
        return Figure(
            value: value, note: "\(times.count) phrases, half within \(Int(half)) ms, all within \(Int(most)) ms")
    }
}
