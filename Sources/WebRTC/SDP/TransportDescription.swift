/// What a description says about its one bundled transport: ICE credentials and candidates, the certificate's
/// fingerprint, and the DTLS role.
package struct TransportDescription: Hashable, Sendable {
    package var iceUfrag: String?
    package var icePwd: String?
    /// Such as `trickle`.
    package var iceOptions: String?
    package var iceLite: Bool
    /// Such as `sha-256 AB:CD:…`.
    package var fingerprint: String?
    package var setup: Setup?
    /// Without the `candidate:` prefix.
    package var candidates: [String]
    package var endOfCandidates: Bool

    package init(
        iceUfrag: String?, icePwd: String?, iceOptions: String? = nil, iceLite: Bool = false, fingerprint: String?,
        setup: Setup?, candidates: [String] = [], endOfCandidates: Bool = false
    ) {
        self.iceUfrag = iceUfrag
        self.icePwd = icePwd
        self.iceOptions = iceOptions
        self.iceLite = iceLite
        self.fingerprint = fingerprint
        self.setup = setup
        self.candidates = candidates
        self.endOfCandidates = endOfCandidates
    }
}
