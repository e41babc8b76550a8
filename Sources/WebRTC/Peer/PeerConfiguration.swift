package import Secure

/// What a peer connection is made of before the first description.
package struct PeerConfiguration: Sendable {
    /// Who makes the offers.
    package enum Role: Hashable, Sendable {
        /// ICE full agent and controlling; DTLS client.
        case offerer
        /// ICE-lite and controlled; DTLS server.
        case answerer
    }

    package var role: Role
    /// Shared by any number of peers of one process.
    package var certificate: Certificate
    /// Source of credentials, identifiers and initial numbers.
    package var random: any RandomNumberGenerator & Sendable
    /// How often reports are sent while media flows (RFC 3550, section 6.2: at most every 5 s).
    package var reportInterval: Duration

    package init(
        role: Role, certificate: Certificate, random: any RandomNumberGenerator & Sendable = SystemRandom(),
        reportInterval: Duration = .seconds(2)
    ) {
        self.role = role
        self.certificate = certificate
        self.random = random
        self.reportInterval = reportInterval
    }
}
