import Foundation

/// PocketSphinx with language models made from a corpus. Needs no network.
///
/// Decoding runs on a pool of threads, in steps of at most 200 ms of sound, so that calls share the cores fairly.
package final class EmbeddedRecognizer: SpeechRecognizer {
    /// How much of this machine the recogniser may take.
    package struct Configuration: Hashable, Sendable {
        /// Threads that decode.
        package var threads = WorkerPool.cores
        /// Decoders, hence callers that speak at the same moment; more wait. About 5 MB each, twice that
        /// once it has heard answers that have a form.
        package var decoders = 24
        /// Sound a stream keeps while it waits; the oldest is dropped beyond it. A turn of a minute may be heard again.
        package var inbox: Duration = .seconds(65)
        /// Below this distance between speech and background, in decibels, noise is removed first.
        package var noiseRemovalBelow = 28
        /// Folder where compiled language models are kept.
        package var cache = EmbeddedRecognizer.defaultCache
        package var acousticModel = AcousticModel.english

        package init() {}
    }

    let configuration: Configuration
    let corpus: CompiledCorpus
    let decoders: DecoderPool
    let workers: WorkerPool

    /// Compiles the corpus unless its models are cached, which takes a second or so, and starts one decoder: call it
    /// off the event loop. Throws when the models are missing.
    package init(_ corpus: RecognitionCorpus, configuration: Configuration = Configuration()) throws(SpeechError) {
        self.configuration = configuration
        self.corpus = try CompiledCorpus(
            corpus, acousticModel: configuration.acousticModel, cache: URL(fileURLWithPath: configuration.cache))
        decoders = DecoderPool(self.corpus, capacity: configuration.decoders)
        // Each stream has at most one job in the queue.
        workers = WorkerPool(name: "recognizer", threads: configuration.threads, capacity: 4096)
        if let first = try decoders.take(self.corpus.resolve("open"), removesNoise: false, retry: {}) {
            try first.load(self.corpus.resolve("open"))
            decoders.give(first)
        }
    }

    package var traits: EngineTraits { EngineTraits(name: "embedded", model: "pocketsphinx", givesPartials: true) }

    package func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        EmbeddedRecognitionStream(self, vocabulary: vocabulary)
    }

    /// The vocabularies this recogniser knows, in alphabetical order.
    package var vocabularies: [String] { corpus.vocabularies }

    /// `$XDG_CACHE_HOME/parley/speech`, else `~/.cache/parley/speech`.
    package static var defaultCache: String {
        let environment = ProcessInfo.processInfo.environment
        let root =
            environment["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".cache", isDirectory: true)
        return root.appendingPathComponent("parley/speech", isDirectory: true).path
    }
}
