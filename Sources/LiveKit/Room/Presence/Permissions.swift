import Contract

/// What a participant may do.
package struct Permissions: Hashable, Sendable {
    package let canSubscribe: Bool
    package let canPublish: Bool
    package let canPublishData: Bool
    package let canUpdateMetadata: Bool

    /// - Parameter permission: absent, the defaults of a token hold.
    init(_ permission: Livekit_ParticipantPermission?) {
        canSubscribe = permission?.canSubscribe ?? true
        canPublish = permission?.canPublish ?? true
        canPublishData = permission?.canPublishData ?? true
        canUpdateMetadata = permission?.canUpdateMetadata ?? false
    }
}
