import Audio

/// Brings what one engine of a chain speaks to the chain's rate.
struct FallbackVoice {
    var resampler: Resampler

    mutating func fit(_ piece: SpeechPiece) -> SpeechPiece {
        guard resampler.source != resampler.target else { return piece }
        var piece = piece
        piece.samples = resampler.process(piece.samples)
        piece.wordEnds = piece.wordEnds.map { $0 * resampler.target / resampler.source }
        return piece
    }
}
