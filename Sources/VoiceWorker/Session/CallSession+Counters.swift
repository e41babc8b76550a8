import Client
import Logging

/// What a call counted, for whoever looks for the reason of a bad one.
extension CallSession {
    /// Tells it once, at the end: afterwards there is no connection to ask.
    func reportCounters() {
        guard let connection else { return }
        logger.debug(
            "counted in the call",
            metadata: [
                "arrivals": "\(callerVoice.counters)", "played": "\(callerVoice.playCounters)",
                "media": "\(connection.mediaCounters)", "datagrams": "\(connection.counters)",
                "data": "\(connection.dataCounters)", "signalling": "\(connection.roomCounters)",
            ])
    }
}
