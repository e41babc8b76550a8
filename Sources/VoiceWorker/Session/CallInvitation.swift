package import Transport

/// Which room to join, and with what right.
package struct CallInvitation: Sendable {
    package var server: ServerURL
    /// The access token; never written to a log.
    package var token: String
    package var room: String
    /// The job's id, or anything that is unique.
    package var job: String

    package init(server: ServerURL, token: String, room: String, job: String) {
        self.server = server
        self.token = token
        self.room = room
        self.job = job
    }

    /// The session that this call is.
    package var sessionID: String { SessionName.of(room: room, job: job) }
}
