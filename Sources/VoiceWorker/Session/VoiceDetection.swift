package import Audio

/// How a process tells speech from noise; each call gets a detector of its own.
package enum VoiceDetection: Sendable {
    /// Document 004's rule on loudness.
    case energy
    /// The Silero network, for voices near the microphone; the weights are shared.
    case silero(SileroNetwork)

    /// Reads the network's weights.
    package static func silero(weights path: String) throws(ModelFileError) -> VoiceDetection {
        .silero(try SileroNetwork(path: path))
    }

    package func makeDetector() -> any VoiceActivityDetector {
        switch self {
        case .energy: EnergyDetector()
        case .silero(let network): NearVoiceDetector(network)
        }
    }

    /// The counters that suit the detector.
    package var profile: SpeechProfile {
        switch self {
        case .energy: .simple
        case .silero: .silero
        }
    }
}
