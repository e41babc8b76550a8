package import Secure

/// What a peer connection is made of before the first description.
package struct PeerConfiguration: Sendable {
    /// Who makes the offers.
    package enum Role: Hashable, Sendable {
        case offerer
        case answerer
    }

    /// What this end is to the other: a client looks for a path to a server, which waits to be found.
    package enum Mode: Hashable, Sendable {
        /// ICE full agent, controlling unless a full agent offered; DTLS client.
        case full
        /// ICE-lite and controlled; DTLS server.
        case lite
    }

    package var role: Role
    package var mode: Mode
    /// Shared by any number of peers of one process.
    package var certificate: Certificate
    /// Source of credentials, identifiers and initial numbers.
    package var random: any RandomNumberGenerator & Sendable
    /// How often reports are sent while media flows (RFC 3550, section 6.2: at most every 5 s).
    package var reportInterval: Duration
    package var redundancy = Redundancy.off

    package init(
        role: Role, mode: Mode, certificate: Certificate, random: any RandomNumberGenerator & Sendable = SystemRandom(),
        reportInterval: Duration = .seconds(2)
    ) {
        self.role = role
        self.mode = mode
        self.certificate = certificate
        self.random = random
        self.reportInterval = reportInterval
    }
}
