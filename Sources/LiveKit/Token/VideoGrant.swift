/// What a participant, a worker or an administrator may do: the token's `video` claim.
///
/// The optional ones are tri-state on the wire: absent means the default, which `maySubscribe` and the like apply.
package struct VideoGrant: Hashable, Sendable {
    package var roomCreate = false
    package var roomList = false
    package var roomRecord = false
    package var roomAdmin = false
    package var roomJoin = false
    package var ingressAdmin = false
    /// Not shown to the other participants.
    package var hidden = false
    package var recorder = false
    /// May register as a worker.
    package var agent = false
    /// The room's name; the only place the server takes it from.
    package var room = ""
    package var destinationRoom = ""
    package var canPublish: Bool?
    package var canSubscribe: Bool?
    package var canPublishData: Bool?
    package var canUpdateOwnMetadata: Bool?
    package var canSubscribeMetrics: Bool?
    package var canManageAgentSession: Bool?
    /// `camera`, `microphone`, `screen_share`, `screen_share_audio`; empty allows all.
    package var canPublishSources: [String] = []

    package init() {}

    /// To join a room, with everything the defaults allow.
    package static func join(_ room: String) -> VideoGrant {
        var grant = VideoGrant()
        grant.roomJoin = true
        grant.room = room
        return grant
    }

    /// To register as a worker.
    package static var worker: VideoGrant {
        var grant = VideoGrant()
        grant.agent = true
        return grant
    }

    package var mayPublish: Bool { canPublish ?? true }
    package var maySubscribe: Bool { canSubscribe ?? true }
    /// As `mayPublish` unless it is said.
    package var mayPublishData: Bool { canPublishData ?? mayPublish }
    package var mayUpdateOwnMetadata: Bool { canUpdateOwnMetadata ?? false }

    /// Whether tracks from this source may be published; the name is compared in lower case.
    package func mayPublish(source: String) -> Bool {
        mayPublish && (canPublishSources.isEmpty || canPublishSources.contains(source.lowercased()))
    }
}
