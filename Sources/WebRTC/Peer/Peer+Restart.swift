import ICE
import SDP
package import Timing

// ICE restarts (RFC 8445, section 9): other credentials, and from then on perhaps another path. What runs on the path
// (DTLS, SRTP, SCTP) goes on unchanged.
extension Peer {
    /// Makes the next offer restart ICE. An offer that is still unanswered is withdrawn: its answer is no longer wanted.
    package mutating func restart(now: Instant) {
        advance(to: now)
        guard !isClosed else { return }
        offeredSections = nil
        renewCredentials()
    }

    /// An offer with other credentials than the last restarts this end too.
    mutating func followRestart(_ transport: TransportDescription) {
        guard let remoteName, let name = transport.iceUfrag, name != remoteName else { return }
        renewCredentials()
    }

    private mutating func renewCredentials() {
        localCredentials = ICECredentials.random(using: &random)
        ice.restart(credentials: localCredentials, now: now)
    }
}
