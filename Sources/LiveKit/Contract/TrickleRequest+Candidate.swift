import FoundationEssentials

extension Livekit_TrickleRequest {
    /// The `candidate:…` line of its JSON; empty at the end of candidates, `nil` when the JSON cannot be read.
    package var candidate: String? {
        get { try? JSONDecoder().decode(CandidateInit.self, from: Data(candidateInit.utf8)).candidate }
        set {
            // Encoding strings and a number cannot fail.
            let json = try? JSONEncoder().encode(BundledCandidate(candidate: newValue ?? ""))
            candidateInit = json.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }
}

/// The JSON of a trickled candidate, as far as it is needed.
private struct CandidateInit: Decodable {
    let candidate: String
}

/// The JSON of a candidate of ours: with BUNDLE every candidate is the first section's. Clients insist on all three keys.
private struct BundledCandidate: Encodable {
    let candidate: String
    let sdpMid = "0"
    let sdpMLineIndex = 0
}
