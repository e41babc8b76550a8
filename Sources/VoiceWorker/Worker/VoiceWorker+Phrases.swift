import Session
import Speech

/// What is said again and again is ready before the first call.
extension VoiceWorker {
    /// Until everything that is needed is there, the next attempt follows after this.
    private static let phrasesPause = Duration.seconds(30)

    /// Makes the phrases in the background: first those that are said when everything else has failed.
    func readyPhrases() -> Task<Void, Never> {
        let (services, farewell, logger) = (services, options.farewell, logger)
        return Task.detached(priority: .utility) {
            let needed = services.neededPhrases + [farewell]
            while !Task.isCancelled {
                await services.shelf.render(
                    needed, isNeeded: true, else: { EmbeddedSynthesizer(threads: 1) }, logger: logger)
                await services.shelf.render(services.recurringPhrases, logger: logger)
                if needed.allSatisfy(services.shelf.has) { return }
                try? await Task.sleep(for: Self.phrasesPause)
            }
        }
    }
}
