import Evaluation
import Logging
import Pack
import Secure
import Session
import Speech

/// What all calls of an evaluation share.
struct CallEquipment: Sendable {
    let engines: SpeechEngines
    let detection: VoiceDetection
    let certificate: Certificate
    let stage: Stage
    let sounds: SoundShelf
    let logger: Logger

    /// Embedded engines alone: a provider's answers would be another's figures.
    static func prepare(
        _ pack: BusinessPack, recordings: String, _ environment: [String: String], logger: Logger
    ) throws -> CallEquipment {
        let wanted = environment.filter { ["PARLEY_SPEECH_CACHE", "PARLEY_VAD_WEIGHTS"].contains($0.key) }
        return CallEquipment(
            engines: try Business.engines(wanted, pack, logger), detection: Business.voiceDetection(wanted, logger),
            certificate: try Certificate.selfSigned(), stage: Stage(pack), sounds: SoundShelf(recordings),
            logger: logger)
    }
}
