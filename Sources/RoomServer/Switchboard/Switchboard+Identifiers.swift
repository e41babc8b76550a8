import Contract

// Identifiers from the switchboard's own generator.
extension Switchboard {
    mutating func newID(_ kind: SID.Kind) -> String {
        func make(_ random: inout some RandomNumberGenerator) -> String {
            SID(kind, using: &random).description
        }
        return make(&random)
    }

    /// For an audio track from this source.
    mutating func newTrackID(from source: Livekit_TrackSource) -> String {
        func make(_ random: inout some RandomNumberGenerator) -> String {
            SID(track: .audio, from: source, using: &random).description
        }
        return make(&random)
    }
}
