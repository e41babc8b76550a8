/// One reader of foreign bytes, and inputs that it accepts.
struct FuzzTarget: Sendable {
    let name: String
    /// Well-formed inputs, from which the engine makes others.
    let seeds: @Sendable () throws -> [[UInt8]]
    /// Reads one input to its end. Traps when a law is broken.
    let feed: @Sendable ([UInt8]) -> Void

    static let all: [FuzzTarget] = [
        stun, candidate, turn, rtp, rtcp, streams, sdp, descriptions, sctp, peer, signal, data, token, jitter,
        document, play, pack, caller, checkpoint, modelWords, completion, transcription, providerSound, listen, speak,
        piperLog, wav, recording, prices, providers, frame, requestBody,
    ]
}
