import Audio
package import Dialogue
package import Host
package import Logging
package import Peer
package import Secure
package import Speech
package import Transport

/// What the calls of a process share.
package struct CallServices: Sendable {
    package var engines: SpeechEngines
    /// Where sessions live: voice and text chat of one session share its host.
    package var reception: Reception
    package var world: World
    package var detection: VoiceDetection
    /// One for the process: making it costs more than a call's memory is worth.
    package var certificate: Certificate
    package var turnTaking: TurnTaking
    package var phrases: Phrases
    package var timings = CallTimings()
    /// Phrases ready to be sent.
    package var shelf: PhraseShelf
    /// The folder of recordings; `nil`: no call is recorded.
    package var recordings: String?
    /// Where calls may run on this host.
    package var interfaces = InterfaceFilter()
    /// Whether the agent's sound is sent more than once.
    package var redundancy = Redundancy.off
    /// `nil`: nobody is put out of a room.
    package var warden: (any RoomWarden)?
    package var logger: Logger

    package init(
        engines: SpeechEngines, reception: Reception, world: World, detection: VoiceDetection, certificate: Certificate,
        turnTaking: TurnTaking? = nil, phrases: Phrases = Phrases(), logger: Logger
    ) {
        self.engines = engines
        let voice = engines.synthesizer.traits
        shelf = PhraseShelf(engines.synthesizer, voice: "\(voice.name) \(voice.model)")
        self.reception = reception
        self.world = world
        self.detection = detection
        self.certificate = certificate
        var numbers = turnTaking ?? TurnTaking()
        if turnTaking == nil {
            numbers.speech = detection.profile
            numbers.expectsPartials = engines.recognizer.traits.givesPartials
            numbers.holdingDelay = .milliseconds(1_200)
        }
        if numbers.speech == .simple { numbers.rule = .counts }
        self.turnTaking = numbers
        self.phrases = phrases
        self.logger = logger
    }
}
