import ArgumentParser
import CAllocator
import Foundation
import Speech

/// `parley-bench talking-worker`: a worker as `parley worker`, with engines that cost nothing. Prints `ready` when it takes
/// calls, and takes them until it is ended.
struct TalkingWorker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talking-worker", abstract: "A worker with engines that cost nothing.", shouldDisplay: false)

    @Option var url: String
    @Option var seconds: Double

    func run() throws {
        _ = parley_limit_arenas(2)
        let sound = try PreparedSound(seconds: seconds)
        let engines = SpeechEngines(
            recognizer: PromptRecognizer(), synthesizer: PreparedSynthesizer(sound: sound))
        let url = url
        try Visitors.run {
            try await LocalWorker(engines, for: url).serve {
                FileHandle.standardOutput.write(Data("ready\n".utf8))
                while true { try await Task.sleep(for: .seconds(3600)) }
            }
        }
    }
}
