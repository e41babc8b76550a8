import FoundationEssentials

extension Livekit_TrickleRequest {
    /// The `candidate:…` line of its JSON; empty at the end of candidates, `nil` when the JSON cannot be read.
    package var candidate: String? {
        try? JSONDecoder().decode(CandidateInit.self, from: Data(candidateInit.utf8)).candidate
    }
}

/// The JSON of a trickled candidate, as far as it is needed.
private struct CandidateInit: Decodable {
    let candidate: String
}
