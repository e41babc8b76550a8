import Conversation
import Dealership
import Engine
import Foundation
import Host
import Logging
import Session
import Speech
import Store

/// What the conversations of a process share: the dealership's data, what understands and speaks, and who is talking.
struct Business: Sendable {
    let world: World
    let reception: Reception

    /// Opens the database, which is made and filled when it is not there.
    /// - Parameter chatModel: asked when the rules are unsure.
    static func open(database path: String, chatModel: (any ChatModel)?) throws -> Business {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            let database = try Database(path: path, now: Date())
            let world = try World(database: database, domain: domain, model: chatModel)
            return Business(world: world, reception: Reception(world: world))
        } catch let error as StoreError {
            throw CommandFailure(.failed, "\(error).")
        }
    }

    static var domain: Domain { .dealership(timeZone: .current) }

    /// The engines the environment asks for. The first start on a machine compiles language models for some seconds.
    static func engines(_ environment: [String: String], _ logger: Logger) throws(CommandFailure) -> SpeechEngines {
        let words = Corpus(domain)
        var corpus = RecognitionCorpus()
        for (vocabulary, sentences) in words.sentences { corpus.add(sentences, to: vocabulary) }
        do throws(SpeechError) {
            return try SpeechEngines.fromEnvironment(environment, corpus: corpus, logger: logger)
        } catch {
            switch error {
            case .unavailable(let what):
                throw CommandFailure(.failed, "speech is not available, run Scripts/setup: \(what).")
            case .malformed(let what): throw CommandFailure(.usage, "\(what).")
            default: throw CommandFailure(.failed, "speech cannot be started: \(error).")
            }
        }
    }

    /// The network when its weights are there, else loudness.
    static func voiceDetection(_ environment: [String: String], _ logger: Logger) -> VoiceDetection {
        guard let path = Installation.voiceActivityWeights(environment) else {
            logger.notice("the voice activity network is not installed; speech is told from noise by loudness alone")
            return .energy
        }
        do {
            return try .silero(weights: path)
        } catch {
            logger.warning(
                "the voice activity network cannot be read; speech is told from noise by loudness alone",
                metadata: ["path": "\(path)", "error": "\(error)"])
            return .energy
        }
    }
}
